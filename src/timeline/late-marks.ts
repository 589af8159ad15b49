/** What was put off in a run, as it is marked in a picture of it: where it was due, and how far it went. */
import { lastStepBy } from '../analysis/steps.ts';
import { tellInterruption, tellPutOff } from '../insights/words/late.ts';
import type { AgentId, Trace } from '../trace/schema.ts';
import { type Scale, STEP_NS } from './scale.ts';
import { fractionOf, type Window } from './window.ts';

/** On the scale that is drawn. */
export interface LateMark {
  /** In whose row; null where that is not known. */
  readonly agent: AgentId | null;
  /** When it was due. */
  readonly dueNs: number;
  /** When it could come at last. */
  readonly putOffToNs: number;
  readonly title: string;
}

/** The same in a window, as fractions of its width. */
export interface PlacedLate extends Pick<LateMark, 'agent' | 'title'> {
  readonly at: number;
  readonly to: number;
}

const known = new WeakMap<Trace, readonly LateMark[]>();

/** By the clock, in order of the choices. */
function clockMarks(trace: Trace): readonly LateMark[] {
  const marks = known.get(trace) ?? marksIn(trace);
  known.set(trace, marks);
  return marks;
}

function marksIn(trace: Trace): readonly LateMark[] {
  return trace.events.flatMap((event): LateMark[] => {
    if (event.kind === 'interrupted') {
      const { thread: agent, atNs, byNs } = event;
      const title = tellInterruption(trace, event).replaceAll('`', '');
      return [{ agent, dueNs: atNs, putOffToNs: atNs + byNs, title }];
    }
    if (event.kind !== 'put-off') return [];
    // What was due long ago could come at once.
    const dueNs = Math.max(event.dueNs, event.atNs);
    const putOffToNs = Math.max(event.dueNs + event.byNs, event.atNs);
    const title = tellPutOff(trace, event).replaceAll('`', '');
    return [{ agent: event.of, dueNs, putOffToNs, title }];
  });
}

/** @param trace by the clock. */
export function lateMarks(trace: Trace, scale: Scale): readonly LateMark[] {
  const marks = clockMarks(trace);
  if (scale === 'clock') return marks;
  // After all that had happened by then, and before what happened first from then on.
  const after = (ns: number) => (lastStepBy(trace, ns) + 1) * STEP_NS;
  return marks.map(({ dueNs, putOffToNs, ...mark }) => ({
    ...mark,
    dueNs: after(dueNs),
    putOffToNs: Math.max(after(dueNs), after(putOffToNs - 1)),
  }));
}

export function placeLates(marks: readonly LateMark[], window: Window): readonly PlacedLate[] {
  return marks.flatMap(({ agent, title, dueNs, putOffToNs }) => {
    const [at, to] = [fractionOf(dueNs, window), fractionOf(putOffToNs, window)];
    return to < 0 || at > 1 ? [] : [{ agent, title, at: Math.max(0, at), to: Math.min(1, to) }];
  });
}
