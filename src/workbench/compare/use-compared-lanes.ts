import { useMemo, useState } from 'preact/hooks';
import { analysisOf } from '../../analysis/analysis.ts';
import { type ComparedRow, comparedRows, laneOf, pairLanes } from '../../timeline/compared-rows.ts';
import { rowLabel } from '../../timeline/layout.ts';
import { drawnTrace, type Scale } from '../../timeline/scale.ts';
import { drawnLanes, type Window, wholeWindow } from '../../timeline/window.ts';
import type { AgentId, Trace } from '../../trace/schema.ts';
import type { Comparison } from './comparison.ts';

export interface ComparedSide {
  /** As it is drawn on the scale. */
  readonly trace: Trace;
  readonly labels: ReadonlyMap<AgentId, string>;
}

export interface ComparedLanes {
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  readonly rows: readonly ComparedRow[];
  /** The window in which all of both runs is seen. */
  readonly whole: Window;
  fold(key: string): void;
}

/** The rows of both pictures, on a scale. */
export function useComparedLanes(comparison: Comparison, scale: Scale): ComparedLanes {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const sides = useMemo(() => {
    const [left, right] = [comparison.left, comparison.right].map(({ trace: told }) => {
      const trace = drawnTrace(told, scale);
      const lanes = drawnLanes(analysisOf(trace).lanes, trace);
      const labels = new Map(lanes.map((lane) => [lane.task, rowLabel(lane)]));
      return { trace, lanes, labels };
    });
    if (!left || !right) throw new RangeError('expected two runs');
    return { left, right, pairs: pairLanes(left.lanes, right.lanes, comparison.alignment) };
  }, [comparison, scale]);
  const rows = useMemo(() => comparedRows(sides.pairs, unfolded), [sides, unfolded]);
  const whole = useMemo(() => {
    const toNs = [sides.left, sides.right].map(({ trace }) => wholeWindow(trace).toNs);
    return { fromNs: 0, toNs: Math.max(...toNs) };
  }, [sides]);
  return {
    left: sides.left,
    right: sides.right,
    rows,
    whole,
    fold: (key) =>
      setUnfolded((open) => {
        const next = new Set(open);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
  };
}

/** What a row is called. */
export function comparedLabel({ pairs, group }: ComparedRow): string {
  if (group) return `${group.isOpen ? '▾' : '▸'} ${pairs.length} × ${group.coroutine}`;
  return pairs[0] ? rowLabel(laneOf(pairs[0])) : '';
}
