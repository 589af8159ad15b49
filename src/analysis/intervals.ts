/**
 * The time of every agent in intervals of one state each, and what of it held a loop. It is worked
 * out from the activities of all: a timer that goes off while the loop is held leaves its task
 * ready, and computing is blocking where it lasted, or where somebody was ready meanwhile.
 */
import type { AgentId, CallbackId, ClockKind, Location, Wait } from '../trace/schema.ts';
import type { Activities, Activity } from './collect/activities.ts';
import type { Agent } from './collect/agents.ts';
import { mainLine } from './main-line.ts';
import { type FirstStall, firstStallAmong, lateSpan, readySpan } from './scheduling-delay.ts';
import type { Sliced } from './sliced.ts';
import { type Span, union } from './span.ts';
import { type LoopStall, possibleStalls, stalling } from './stalls.ts';
import { type Jobs, type WaitKind, waitingSpans } from './wait-kind.ts';

export type Interval = Running | Waiting | Ready | Blocked;

/** Its own code ran. Most often this took no virtual time at all. */
export interface Running extends Span {
  readonly state: 'running';
  /** The callback that ran, where that was on behalf of a loop's thread. */
  readonly callback: CallbackId | null;
}

export interface Waiting extends Span {
  readonly state: 'waiting';
  readonly kind: WaitKind;
  readonly on: Wait;
  /** What to call what it waits for, where that is neither a task, a thread nor a process. */
  readonly target: string | null;
}

/** It could have run, had the loop been free. */
export interface Ready extends Span {
  readonly state: 'ready';
  /** Who held the loop when it became ready, where that took time. */
  readonly heldBy: AgentId | null;
  /** It computed before, and goes on computing after others did. */
  readonly isPreempted: boolean;
}

/** It held the loop's thread, and with it all that was ready. */
export interface Blocked extends Span {
  readonly state: 'blocked';
  readonly callback: CallbackId | null;
  /** The blocking call; empty where it computed. */
  readonly call: string;
  /** What it stood in, where it was a blocking call. */
  readonly wait: Wait | null;
  readonly location: Location | null;
  /** The same, where that is in the main file. */
  readonly line: number | null;
}

export interface IntervalsAndStalls {
  /** In order, each beginning where the one before it ended; those of threads that run loops have gaps. */
  readonly intervals: ReadonlyMap<AgentId, readonly Interval[]>;
  /** In the order in which they began. */
  readonly stalls: readonly LoopStall[];
}

export function* intervalsAndStalls(
  activities: Activities,
  agents: ReadonlyMap<AgentId, Agent>,
  waits: Waits,
  clock: ClockKind,
): Sliced<IntervalsAndStalls> {
  const possible = possibleStalls(activities, agents, clock);
  yield;
  const firstStall = firstStallAmong([...possible.values()]);
  yield;
  let done = 0;
  const drafts: [AgentId, Draft[]][] = [];
  for (const [agent, own] of activities) {
    const thread = agents.get(agent)?.thread ?? agent;
    const draft: Draft[] = [];
    for (const activity of own) {
      done += 1;
      if (done % EACH_SLICE === 0) yield;
      const stall = possible.get(activity);
      if (stall) draft.push({ state: 'possible', callback: activity.callback, stall });
      else draft.push(...settledIntervals(activity, { thread, firstStall, waits }));
    }
    drafts.push([agent, draft]);
  }
  yield;

  const ready: Ready[] = [];
  for (const [, draft] of drafts)
    for (const each of draft) if (isKeptFromLoop(each)) ready.push(each);
  yield;
  const stallOf = stalling(union(ready), agents);
  yield;

  const stalls: LoopStall[] = [];
  const intervals = new Map<AgentId, readonly Interval[]>();
  for (const [agent, draft] of drafts) {
    const own: Interval[] = [];
    for (const each of draft) {
      done += 1;
      if (done % EACH_SLICE === 0) yield;
      if (each.state !== 'possible') {
        own.push(each);
        continue;
      }
      const stall = stallOf(each.stall);
      if (stall) stalls.push(stall);
      own.push(...ranIntervals(each, stall));
    }
    intervals.set(agent, own);
  }
  stalls.sort((a, b) => a.fromNs - b.fromNs || a.fromIndex - b.fromIndex);
  return { intervals, stalls };
}

/** So many take some milliseconds, whether one had all of them or each another. */
const EACH_SLICE = 5_000;

type Draft = Interval | PossibleStall;

/** Whether it was one is known once it is known who was ready meanwhile. */
interface PossibleStall {
  readonly state: 'possible';
  readonly callback: CallbackId | null;
  readonly stall: LoopStall;
}

/** A loop could have run it. What lets others compute wants the processor, and needs no loop. */
function isKeptFromLoop(draft: Draft): draft is Ready {
  return draft.state === 'ready' && !draft.isPreempted;
}

interface Settling {
  readonly thread: AgentId;
  readonly firstStall: FirstStall;
  readonly waits: Waits;
}

/** What is known of what is waited for. */
export interface Waits {
  /** What to call it; see `Waiting`. */
  readonly targetOf: (wait: Wait) => string | null;
  readonly jobs: Jobs;
}

/** What was certainly no stall. */
function settledIntervals(
  { state, fromNs, toNs, wait, callback, isPreempted }: Activity,
  { thread, firstStall, waits }: Settling,
): Interval[] {
  const span = { fromNs, toNs };
  if (state === 'ready') return [{ state, ...readySpan(span, thread, firstStall), isPreempted }];
  if (state !== 'waiting' || wait === null) return [{ state: 'running', fromNs, toNs, callback }];
  const target = waits.targetOf(wait);
  const late = lateSpan(span, { untilNs: wait.untilNs, thread }, firstStall);
  const waitedUntil = (endNs: number) =>
    waitingSpans(wait, { fromNs, toNs: endNs }, waits.jobs).map(
      (waited): Waiting => ({ state, ...waited, on: wait, target }),
    );
  if (!late) return waitedUntil(toNs);
  const isLate: Ready = { state: 'ready', ...late, isPreempted };
  return late.fromNs === fromNs ? [isLate] : [...waitedUntil(late.fromNs), isLate];
}

/** A stretch of running, up to where it began to be in the way of others. */
function ranIntervals(
  { callback, stall: { fromNs, toNs } }: PossibleStall,
  stall: LoopStall | null,
): Interval[] {
  if (!stall) return [{ state: 'running', fromNs, toNs, callback }];
  const { call, wait, location } = stall;
  const span = { fromNs: stall.fromNs, toNs };
  const blocked: Blocked = {
    ...{ state: 'blocked', ...span, callback, call, wait, location },
    line: mainLine(location),
  };
  if (stall.fromNs === fromNs) return [blocked];
  return [{ state: 'running', fromNs, toNs: stall.fromNs, callback }, blocked];
}
