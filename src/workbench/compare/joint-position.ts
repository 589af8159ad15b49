/** Where the playheads of two runs stand together. */
import { type JointSteps, lastJointStepBy } from '../../analysis/compare/joint-steps.ts';
import type { Position } from '../../timeline/position.ts';
import type { Trace } from '../../trace/schema.ts';
import type { Move } from '../picture/moves.ts';

export interface JointPosition {
  /** The last joint step that has happened; -1 before the first. */
  readonly index: number;
  readonly atNs: number;
}

/** Two runs on one clock. */
export interface JointRun {
  readonly left: Trace;
  readonly right: Trace;
  readonly steps: JointSteps;
}

export const JOINT_START: JointPosition = { index: -1, atNs: 0 };

export function jointEndNs({ left, right }: JointRun): number {
  return Math.max(left.endedNs, right.endedNs);
}

/** After everything that had happened by then. */
export function jointAt(run: JointRun, ns: number): JointPosition {
  const atNs = Math.min(jointEndNs(run), Math.max(0, Math.round(ns)));
  return { index: lastJointStepBy(run.steps, atNs), atNs };
}

/** Right after a step; those past either end are taken for the ends. */
export function jointStep(run: JointRun, index: number): JointPosition {
  if (index < 0) return JOINT_START;
  if (index >= run.steps.count) return jointAt(run, jointEndNs(run));
  return { index, atNs: run.steps.atNs[index] ?? 0 };
}

/** Where they part: right after the first step that differs, or at the first end. */
export function partingPosition(run: JointRun): JointPosition {
  const { parting, count } = run.steps;
  if (!parting) return JOINT_START;
  return parting.index < count ? jointStep(run, parting.index) : jointAt(run, parting.atNs);
}

export function isJointEnd(run: JointRun, { index, atNs }: JointPosition): boolean {
  return index >= run.steps.count - 1 && atNs >= jointEndNs(run);
}

export function jointMoved(run: JointRun, position: JointPosition, move: Move): JointPosition {
  const { index, atNs } = position;
  const last = lastJointStepBy(run.steps, atNs);
  switch (move) {
    case 'start':
      return JOINT_START;
    case 'end':
      return jointAt(run, jointEndNs(run));
    case 'forward':
      return jointStep(run, index + 1);
    case 'back': {
      const own = jointStep(run, index);
      return atNs > own.atNs ? own : jointStep(run, index - 1);
    }
    case 'time-forward':
      return index < last ? { index: last, atNs } : jointAt(run, jointStep(run, last + 1).atNs);
    case 'time-back': {
      const before = lastJointStepBy(run.steps, atNs - 1);
      return before < 0 ? JOINT_START : jointAt(run, jointStep(run, before).atNs);
    }
  }
}

/** Where one of them stands. */
export function positionIn(
  { steps, ...run }: JointRun,
  side: 'left' | 'right',
  { index, atNs }: JointPosition,
): Position {
  return {
    step: index < 0 ? -1 : (steps[side][index] ?? -1),
    atNs: Math.min(atNs, run[side].endedNs),
  };
}

/** Where both stand once one of them stands somewhere. */
export function jointOf(run: JointRun, side: 'left' | 'right', { step }: Position): JointPosition {
  if (step < 0) return JOINT_START;
  const index = run.steps[side].findIndex((each) => each >= step);
  return jointStep(run, index < 0 ? run.steps.count : index);
}
