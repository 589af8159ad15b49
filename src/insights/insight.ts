/** What is worth telling of a run: facts as data, with the events that each follows from. */
import { type Analysis, analysing } from '../analysis/analysis.ts';
import { atOnce, type Sliced } from '../analysis/sliced.ts';
import type { Trace } from '../trace/schema.ts';
import { type AsCompletedUp, asCompletedUp } from './as-completed.ts';
import { type CancellationFact, cancellationFacts, type TimeLimitUp } from './cancellation.ts';
import { type Concurrent, concurrency } from './concurrency.ts';
import { type Deadlock, deadlocks } from './deadlock/deadlock.ts';
import {
  type AwaitOutside,
  advice,
  type LoopMisuse,
  type MissingPackage,
} from './ending/advice.ts';
import {
  type Computing,
  type Endless,
  endings,
  type Serving,
  type TraceCut,
} from './ending/endless.ts';
import {
  type CancelledFromBelow,
  cancelledFromBelow,
  type PassedOn,
  passedOn,
} from './ending/errors.ts';
import type { MissingName } from './ending/missing-name.ts';
import type { StillOpen } from './ending/still-open.ts';
import { type UnseenException, unseenExceptions } from './exceptions.ts';
import { type ExitInTask, exitsInTasks } from './exits.ts';
import { type GatherFailed, gatherFailures } from './gather-failures.ts';
import { type NeverAwaited, neverAwaited } from './never-awaited.ts';
import { type GeneratorLeft, openGenerators } from './open-generators.ts';
import { type OtherLoop, otherLoops } from './other-loop.ts';
import {
  type ExitHeld,
  fullPools,
  heldExits,
  type NotStopped,
  notStopped,
  type PoolFull,
} from './pools.ts';
import { type SerialWaits, serialWaits } from './serial-waits.ts';
import { type MadePerCall, madePerCall, type TakingTurns, turnsTaken } from './sharing.ts';
import { cancelledShields, type ShieldCancelled } from './shields.ts';
import { heldLoops, type LimitLate, type LoopHeld, lateLimits } from './stalls.ts';
import { type EventUnseen, unseenEvents } from './unseen-events.ts';
import { type MissedWake, missedWakes, sharedByLoops, type TwoLoops } from './wakes.ts';

export type Insight =
  | MissingPackage
  | MissingName
  | AwaitOutside
  | LoopMisuse
  | PassedOn
  | CancelledFromBelow
  | ExitInTask
  | Deadlock
  | Computing
  | Endless
  | StillOpen
  | Serving
  | TraceCut
  | UnseenException
  | NeverAwaited
  | GatherFailed
  | GeneratorLeft
  | LoopHeld
  | LimitLate
  | CancellationFact
  | ShieldCancelled
  | AsCompletedUp
  | NotStopped
  | ExitHeld
  | MissedWake
  | EventUnseen
  | TwoLoops
  | OtherLoop
  | PoolFull
  | SerialWaits
  | Concurrent
  | MadePerCall
  | TakingTurns;

export type InsightKind = Insight['kind'];

/** From what ends a program, or keeps it from ending, to what merely is good to know. */
export const BY_IMPORTANCE: readonly InsightKind[] = [
  'missing-package',
  'missing-name',
  'await-outside',
  'loop-misuse',
  'cancelled-from-below',
  'passed-on',
  'exit-in-task',
  'deadlock',
  'computing',
  'swallowed-cancel',
  'endless',
  'serving',
  'other-loop',
  'two-loops',
  'missed-wake',
  'event-unseen',
  'thread-failed',
  'callback-failed',
  'unheard',
  'hidden-results',
  'gather-failed',
  'never-awaited',
  'destroyed',
  'generator-left',
  'loop-held',
  'limit-late',
  'left-unfinished',
  'still-open',
  'not-stopped',
  'exit-held',
  'time-limit',
  'as-completed-up',
  'cancelled',
  'shield-cancelled',
  'made-per-call',
  'pool-full',
  'serial-waits',
  'concurrent',
  'taking-turns',
  'trace-cut',
];

const IMPORTANCE = new Map(BY_IMPORTANCE.map((kind, index) => [kind, index]));

const FINDERS: readonly ((analysis: Analysis) => readonly Insight[])[] = [
  advice,
  passedOn,
  cancelledFromBelow,
  exitsInTasks,
  deadlocks,
  endings,
  unseenExceptions,
  neverAwaited,
  gatherFailures,
  openGenerators,
  heldLoops,
  lateLimits,
  cancellationFacts,
  cancelledShields,
  asCompletedUp,
  notStopped,
  heldExits,
  untoldWakes,
  unseenEvents,
  sharedByLoops,
  otherLoops,
  fullPools,
  serialWaits,
  concurrency,
  madePerCall,
  turnsTaken,
];

const known = new WeakMap<Trace, readonly Insight[]>();

/** The most important first; of one kind, in the order of what they speak of. */
export function insightsOf(trace: Trace): readonly Insight[] {
  return known.get(trace) ?? atOnce(findingInsights(trace));
}

/** The same, in slices; the analysis, where there is none yet, as well. */
export function* findingInsights(trace: Trace): Sliced<readonly Insight[]> {
  const insights = known.get(trace) ?? Object.freeze(yield* find(yield* analysing(trace)));
  known.set(trace, insights);
  return insights;
}

function* find(analysis: Analysis): Sliced<Insight[]> {
  const found: Insight[] = [];
  for (const finder of FINDERS) {
    for (const insight of finder(analysis)) found.push(insight);
    yield;
  }
  return withoutRepetition(found).sort(
    (a, b) => (IMPORTANCE.get(a.kind) ?? 0) - (IMPORTANCE.get(b.kind) ?? 0),
  );
}

/** What is part of a weightier insight is not told a second time. */
function withoutRepetition(insights: readonly Insight[]): Insight[] {
  const deadlock = insights.find(({ kind }) => kind === 'deadlock');
  const inDeadlock = new Set(deadlock?.events);
  const swallowed = new Set(
    insights.flatMap((each) => (each.kind === 'swallowed-cancel' ? each.stopped.task : [])),
  );
  const isHeld = insights.some(({ kind }) => kind === 'loop-held');
  const isMinor = insights.every(({ kind }) => MINOR.has(kind));
  const late = new Set(
    insights.flatMap((each) => (each.kind === 'limit-late' && each.hasFired ? each.limit : [])),
  );
  const exits = new Set(
    insights.flatMap((each) => (each.kind === 'exit-in-task' ? each.error : [])),
  );
  const neverBegan = new Set(
    insights.flatMap((each) => (each.kind === 'destroyed' ? (each.neverBegan ?? []) : [])),
  );
  const unwoken = new Set(
    insights.flatMap((each) =>
      each.kind === 'missed-wake' && each.call === 'Task.cancel' ? (each.task ?? []) : [],
    ),
  );
  return insights.filter((each) => {
    switch (each.kind) {
      case 'thread-failed':
      case 'callback-failed':
        return !each.events.every((index) => inDeadlock.has(index));
      case 'unheard':
        return each.error === null || !exits.has(each.error);
      case 'never-awaited':
        return !neverBegan.has(each.coroutine);
      case 'event-unseen':
      case 'two-loops':
      case 'taking-turns':
        return !deadlock?.primitives.includes(each.primitive);
      case 'serial-waits':
        return isMinor;
      // How long they took is the doing of who held the loop.
      case 'concurrent':
        return !isHeld;
      case 'time-limit':
        if (late.has(each.limit) && isPlain(each)) return false;
        return !swallowed.has(each.stopped.task) || each.stopped.caught === null;
      case 'cancelled':
      case 'left-unfinished':
        return !each.stopped.every(({ task }) => swallowed.has(task) || unwoken.has(task));
      default:
        return true;
    }
  });
}

function isPlain({ followers, overrun, others, lockedOut }: TimeLimitUp): boolean {
  return [followers, others, lockedOut].every((all) => all.length === 0) && overrun === null;
}

/** Beside anything else, that something could be quicker is no matter. */
const MINOR: ReadonlySet<InsightKind> = new Set([
  'serial-waits',
  'concurrent',
  'made-per-call',
  'taking-turns',
]);

/** Those that never reached their loop are told with the deadlock that came of it. */
function untoldWakes(analysis: Analysis): MissedWake[] {
  const isDeadlocked = analysis.trace.outcome.kind === 'deadlocked';
  return missedWakes(analysis).filter(({ seenNs }) => seenNs !== null || !isDeadlocked);
}
