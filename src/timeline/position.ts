/**
 * Where the playhead stands, and where it can be moved to. Many steps share one instant and time
 * passes between steps, so a position is both: the last step that has happened, and the time.
 */

import { lastStepBy, stepAt, stepCount } from '../analysis/steps.ts';
import type { Trace } from '../trace/schema.ts';

export interface Position {
  /** -1 before the first. */
  readonly step: number;
  readonly atNs: number;
}

export const START: Position = { step: -1, atNs: 0 };

/** After everything that had happened by then. */
export function positionAt(trace: Trace, ns: number): Position {
  const atNs = Math.min(trace.endedNs, Math.max(0, Math.round(ns)));
  return { step: lastStepBy(trace, atNs), atNs };
}

/** Right after a step; those past either end are taken for the ends. */
export function positionOfStep(trace: Trace, step: number): Position {
  const last = stepCount(trace) - 1;
  if (step > last) return endOf(trace);
  if (step < 0) return START;
  return { step, atNs: stepAt(trace, step).atNs };
}

export function endOf(trace: Trace): Position {
  return { step: stepCount(trace) - 1, atNs: trace.endedNs };
}

/** A position that came from elsewhere, such as a link, as the nearest one that the run has. */
export function nearestPosition(trace: Trace, { step, atNs }: Position): Position {
  const own = positionOfStep(trace, Math.min(step, stepCount(trace) - 1));
  const next = own.step + 1;
  const untilNs = next < stepCount(trace) ? stepAt(trace, next).atNs : trace.endedNs;
  return { step: own.step, atNs: Math.min(untilNs, Math.max(own.atNs, atNs)) };
}

export function isEnd(trace: Trace, { step, atNs }: Position): boolean {
  return step >= stepCount(trace) - 1 && atNs >= trace.endedNs;
}

export function stepForward(trace: Trace, { step }: Position): Position {
  return positionOfStep(trace, step + 1);
}

/** Back to the step before; from between two steps, to the moment of the earlier one. */
export function stepBack(trace: Trace, { step, atNs }: Position): Position {
  const own = positionOfStep(trace, step);
  return atNs > own.atNs ? own : positionOfStep(trace, step - 1);
}

/** To the end of this instant, where time moves; from there, to the end of the next. */
export function timeForward(trace: Trace, { step, atNs }: Position): Position {
  const last = lastStepBy(trace, atNs);
  if (step < last) return { step: last, atNs };
  const next = last + 1;
  if (next >= stepCount(trace)) return endOf(trace);
  return positionAt(trace, stepAt(trace, next).atNs);
}

/** To the end of the last instant before this one at which something happened. */
export function timeBack(trace: Trace, { atNs }: Position): Position {
  const before = lastStepBy(trace, atNs - 1);
  return before < 0 ? START : positionAt(trace, stepAt(trace, before).atNs);
}
