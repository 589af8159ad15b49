/**
 * Where the playhead stands, and where it can be moved to. Many steps share one instant and time
 * passes between steps, so a position is both: the last step that has happened, and the time.
 */

import { lastStepBy, stepAt, stepCount } from '../analysis/steps.ts';
import type { Recording } from '../trace/recording.ts';

export interface Position {
  /** -1 before the first. */
  readonly step: number;
  readonly atNs: number;
}

export const START: Position = { step: -1, atNs: 0 };

/** After everything that had happened by then. */
export function positionAt(recording: Recording, ns: number): Position {
  const atNs = Math.min(recording.endedNs, Math.max(0, Math.round(ns)));
  return { step: lastStepBy(recording, atNs), atNs };
}

/** Right after a step; those past either end are taken for the ends. */
export function positionOfStep(recording: Recording, step: number): Position {
  const last = stepCount(recording) - 1;
  if (step > last) return endOf(recording);
  if (step < 0) return START;
  return { step, atNs: stepAt(recording, step).atNs };
}

export function endOf(recording: Recording): Position {
  return { step: stepCount(recording) - 1, atNs: recording.endedNs };
}

export function isEnd(recording: Recording, { step, atNs }: Position): boolean {
  return step >= stepCount(recording) - 1 && atNs >= recording.endedNs;
}

export function stepForward(recording: Recording, { step }: Position): Position {
  return positionOfStep(recording, step + 1);
}

/** Back to the step before; from between two steps, to the moment of the earlier one. */
export function stepBack(recording: Recording, { step, atNs }: Position): Position {
  const own = positionOfStep(recording, step);
  return atNs > own.atNs ? own : positionOfStep(recording, step - 1);
}

/** To the end of this instant, where time moves; from there, to the end of the next. */
export function timeForward(recording: Recording, { step, atNs }: Position): Position {
  const last = lastStepBy(recording, atNs);
  if (step < last) return { step: last, atNs };
  const next = last + 1;
  if (next >= stepCount(recording)) return endOf(recording);
  return positionAt(recording, stepAt(recording, next).atNs);
}

/** To the end of the last instant before this one at which something happened. */
export function timeBack(recording: Recording, { atNs }: Position): Position {
  const before = lastStepBy(recording, atNs - 1);
  return before < 0 ? START : positionAt(recording, stepAt(recording, before).atNs);
}
