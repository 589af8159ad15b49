/**
 * When somebody kept an event loop from running anything else for longer than an instant, and how:
 * by a blocking call, or by computing.
 */
import type { AgentId, CallbackId, ClockKind, Location, LoopId, Wait } from '../trace/schema.ts';
import type { Activities, Activity } from './collect/activities.ts';
import type { Agent } from './collect/agents.ts';
import { notOverBy, type Span } from './span.ts';

/** Computing for less than this is not blamed for anything: every step of every task would be. */
export const BRIEF_NS = 1e6;

/** Computing for this long is blocking, whoever waits: `slow_callback_duration` in asyncio. */
const LONG_NS = 100e6;

export interface LoopStall extends Span {
  readonly by: AgentId;
  /** The callback that ran, where no task did. */
  readonly callback: CallbackId | null;
  /** The blocking call, `time.sleep`; empty where it computed. */
  readonly call: string;
  /** What it stood in, where it was a blocking call. */
  readonly wait: Wait | null;
  /** Where it was when time began to pass. */
  readonly location: Location | null;
  /** All lines at which it is known to have been, the first ones of very many. */
  readonly lines: readonly Location[];
  /**
   * The loop that stood still; null where a thread without one computed. Of several threads only
   * one computes at a time: who computes holds up the loops of all.
   */
  readonly loop: LoopId | null;
  readonly thread: AgentId;
  /** False where it still held the loop when the run was over. */
  readonly isOver: boolean;
  /** Index of the last event before it, and of the event that ended it. */
  readonly fromIndex: number;
  readonly toIndex: number;
}

/** All time that somebody spent in a blocking call, or computing, by the activity that it was. */
export function possibleStalls(
  activities: Activities,
  agents: ReadonlyMap<AgentId, Agent>,
  clock: ClockKind,
): ReadonlyMap<Activity, LoopStall> {
  const stalls = new Map<Activity, LoopStall>();
  for (const [by, own] of activities) {
    // A child process has a processor of its own.
    if (agents.get(by)?.kind === 'process') continue;
    for (const activity of own)
      if (isPossible(activity) && (clock === 'virtual' || wasSeen(activity))) {
        stalls.set(activity, stallOf(by, activity));
      }
  }
  return stalls;
}

/**
 * What of a possible stall is one: a blocking call always is, computing where it lasted, or where
 * somebody was ready meanwhile. A thread may compute for as long as it keeps nobody waiting, so of
 * its computing only what comes after somebody was ready; null where nothing is.
 *
 * @param ready when others could have run, in order and apart from one another.
 */
export function stalling(
  ready: readonly Span[],
  agents: ReadonlyMap<AgentId, Agent>,
): (possible: LoopStall) => LoopStall | null {
  return (possible) => {
    const { fromNs, toNs, by, callback, wait } = possible;
    const durationNs = toNs - fromNs;
    const isOwnThread = callback === null && agents.get(by)?.kind !== 'task';
    if (wait !== null || (durationNs >= LONG_NS && !isOwnThread)) return possible;
    const next = ready[notOverBy(ready, fromNs)];
    if (durationNs < BRIEF_NS || next === undefined || next.fromNs >= toNs) return null;
    return isOwnThread ? { ...possible, fromNs: Math.max(fromNs, next.fromNs) } : possible;
  };
}

function isPossible({ state, fromNs, toNs, isOver }: Activity): boolean {
  return state === 'blocked' ? toNs > fromNs || !isOver : state === 'running' && toNs > fromNs;
}

/**
 * Of a real program's step it is only known when it began and ended, and of a thread not even when it
 * computes: somebody must have looked at what it did meanwhile.
 */
function wasSeen({ state, location, laterLines, loop }: Activity): boolean {
  return loop !== null && (state === 'blocked' || location !== null || laterLines.length > 0);
}

function stallOf(by: AgentId, activity: Activity): LoopStall {
  const { fromNs, toNs, callback, wait, location, laterLines } = activity;
  const { loop, thread, isOver, fromIndex, toIndex } = activity;
  const isBlocking = activity.state === 'blocked';
  return {
    ...{ fromNs, toNs, by, callback, location, loop, thread, isOver, fromIndex, toIndex },
    call: isBlocking ? (wait?.call ?? 'a blocking call') : '',
    wait: isBlocking ? wait : null,
    lines: location ? [location, ...laterLines] : laterLines,
  };
}
