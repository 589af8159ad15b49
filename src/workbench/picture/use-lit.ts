import { useMemo } from 'preact/hooks';
import type { LoopState } from '../../analysis/loop-state.ts';
import { stepAt } from '../../analysis/steps.ts';
import type { Insight } from '../../insights/insight.ts';
import { type Link, linkOfStep, linksOf } from '../../timeline/links.ts';
import type { Position } from '../../timeline/position.ts';
import { type Pointed, type Related, relatedTo } from '../../timeline/related.ts';
import type { Want } from '../../timeline/resource-rows.ts';
import type { Trace } from '../../trace/schema.ts';
import { relatedToInsight, relatedToMoment } from './highlight.tsx';
import type { LitMoment } from './lit-moment.ts';
import { wantsNow } from './wants-now.ts';

export interface LitOptions {
  readonly trace: Trace;
  /** The trace on the scale that is drawn, and where the playhead stands on it. */
  readonly drawn: Trace;
  readonly nowNs: number;
  readonly position: Position;
  readonly state: LoopState;
  /** What the reader points at. */
  readonly pointed: Pointed | null;
  /** The moment that the reader points at in the text. */
  readonly lit: LitMoment | null;
  /** The insight that the reader has chosen. */
  readonly chosen: Insight | null;
}

export interface Lit {
  readonly highlighted: Related;
  /** Who created, woke or cancelled whom: of what is pointed at, or else of the playhead's step. */
  readonly links: readonly Link[];
  /** Who waits now for what others have. */
  readonly wants: readonly Want[];
}

/** What stands out in a view of a run: what belongs to what is pointed at, or to the playhead's moment. */
export function useLit(options: LitOptions): Lit {
  const { trace, drawn, nowNs, position, state, pointed, lit, chosen } = options;
  const agent = pointed?.kind === 'agent' ? pointed.id : null;
  const highlighted = useMemo(
    () =>
      pointed
        ? relatedTo(trace, state, pointed)
        : lit
          ? relatedToMoment(lit)
          : relatedToInsight(chosen),
    [trace, state, pointed?.kind, pointed?.id, lit, chosen],
  );
  const links = useMemo(() => {
    if (agent !== null) return linksOf(drawn, agent);
    const link = position.step < 0 ? null : linkOfStep(stepAt(drawn, position.step));
    return link && link.atNs === nowNs ? [link] : [];
  }, [drawn, position, agent]);
  const wants = useMemo(() => wantsNow(state, agent), [state, agent]);
  return { highlighted, links, wants };
}
