/**
 * The steps of two runs as those of one: together as long as both do the same, from where they part
 * by the time at which each happens. Where the runs part is the first difference between them.
 */
import type { Trace, TraceEvent } from '../../trace/schema.ts';
import { analysisOf } from '../analysis.ts';
import { firstIndex } from '../binary-search.ts';
import type { Sliced } from '../sliced.ts';
import { type Step, stepAt } from '../steps.ts';
import type { Alignment } from './align.ts';
import { withoutAddresses } from './without-addresses.ts';

export interface JointSteps {
  readonly count: number;
  /** For each, the last step that has happened by then; -1 before the first. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly atNs: Float64Array;
  /** Null where the two runs are the same. */
  readonly parting: Parting | null;
}

export interface Parting {
  /** The joint step at which they part: the number of them where they do so at an end only. */
  readonly index: number;
  readonly atNs: number;
  /** What either does there; null for a run that does nothing more. */
  readonly left: Step | null;
  readonly right: Step | null;
}

/** So many steps take some milliseconds. */
const EACH_SLICE = 2_000;

export function* jointSteps(left: Trace, right: Trace, alignment: Alignment): Sliced<JointSteps> {
  const [ours, theirs] = [analysisOf(left).steps, analysisOf(right).steps];
  const kept = { left: [] as number[], right: [] as number[], atNs: [] as number[] };
  let i = 0;
  let j = 0;
  const keep = (atNs: number) => {
    kept.left.push(i - 1);
    kept.right.push(j - 1);
    // One side may be ahead by a line that the other has not.
    kept.atNs.push(Math.max(atNs, kept.atNs.at(-1) ?? 0));
  };
  const isPassed = (step: Step | null) => !alignment.isSameProgram && step?.kind === 'line';
  const isSame = likenessOf(left, right, alignment);

  let parting: Parting | null = null;
  while (i < ours.length || j < theirs.length) {
    if ((i + j) % EACH_SLICE === 0) yield;
    const one = i < ours.length ? stepAt(left, i) : null;
    const other = j < theirs.length ? stepAt(right, j) : null;
    // Which lines there are to be reached differs with the programs.
    if (one && isPassed(one)) {
      i += 1;
      keep(one.atNs);
    } else if (other && isPassed(other)) {
      j += 1;
      keep(other.atNs);
    } else if (one && other && isSame(one, other)) {
      i += 1;
      j += 1;
      keep(one.atNs);
    } else {
      const atNs = Math.min(...[one, other].flatMap((step) => step?.atNs ?? []));
      parting = { index: kept.atNs.length, atNs, left: one, right: other };
      break;
    }
  }

  const timeAt = (trace: Trace, steps: Uint32Array, index: number) =>
    index < steps.length ? (trace.events[steps[index] ?? 0]?.atNs ?? 0) : Number.POSITIVE_INFINITY;
  while (i < ours.length || j < theirs.length) {
    if ((i + j) % EACH_SLICE === 0) yield;
    const times = [timeAt(left, ours, i), timeAt(right, theirs, j)] as const;
    const atNs = Math.min(...times);
    if (times[0] === atNs) i += 1;
    if (times[1] === atNs) j += 1;
    keep(atNs);
  }
  if (!parting && !endAlike(left, right)) {
    const atNs = Math.min(left.endedNs, right.endedNs);
    parting = { index: kept.atNs.length, atNs, left: null, right: null };
  }
  return {
    count: kept.atNs.length,
    left: Int32Array.from(kept.left),
    right: Int32Array.from(kept.right),
    atNs: Float64Array.from(kept.atNs),
    parting,
  };
}

/** The last joint step that has happened by then; -1 where none has. */
export function lastJointStepBy({ count, atNs }: JointSteps, ns: number): number {
  return firstIndex(count, (index) => (atNs[index] ?? 0) > ns) - 1;
}

/** Whether two runs ended at the same time and in the same way. */
export function endAlike(left: Trace, right: Trace): boolean {
  return left.endedNs === right.endedNs && endingKey(left) === endingKey(right);
}

/** One text for runs that ended in the same way; where an exception was raised is not part of it. */
export function endingKey({ outcome }: Trace): string {
  switch (outcome.kind) {
    case 'exited': {
      const { status, error } = outcome;
      return JSON.stringify([status, error?.type ?? null, withoutAddresses(error?.message ?? '')]);
    }
    case 'limited':
      return outcome.limit;
    default:
      return outcome.kind;
  }
}

/** Whether a step of one run is that of the other: the same kind, at the same time, of the same ones. */
function likenessOf(left: Trace, right: Trace, alignment: Alignment) {
  const { leftPairs, rightPairs, isSameProgram } = alignment;
  const pairOf = (pairs: Alignment['leftPairs'], id: number | null) =>
    id === null ? null : (pairs.get(id) ?? null);
  return (one: Step, other: Step): boolean => {
    if (one.kind !== other.kind || one.atNs !== other.atNs) return false;
    if (pairOf(leftPairs, one.agent) !== pairOf(rightPairs, other.agent)) return false;
    if (pairOf(leftPairs, one.by) !== pairOf(rightPairs, other.by)) return false;
    // Lines that move, or are written in another way, are no difference in what happens.
    if (isSameProgram && one.line !== other.line) return false;
    return detailOf(left.events[one.eventIndex]) === detailOf(right.events[other.eventIndex]);
  };
}

/** What else tells one from another: what was printed, what came out of a task. */
function detailOf(event: TraceEvent | undefined): string {
  switch (event?.kind) {
    case 'output':
      return withoutAddresses(`${event.stream} ${event.text}`);
    case 'task-finished':
    case 'thread-ended':
      return withoutAddresses(`${event.how} ${event.detail}`);
    case 'process-ended':
      return `${event.status}`;
    case 'cancel-requested':
      return event.reason;
    case 'step-ended':
    case 'parked':
      return event.waitsOn?.call ?? '';
    default:
      return '';
  }
}
