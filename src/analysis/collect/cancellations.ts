/** Who was asked to stop, by whom and why, and what came of it. */
import type { AgentId, CallbackId, EventOf, LimitId, Location, Wait } from '../../trace/schema.ts';
import type { Activity } from './activities.ts';
import type { Collector, Growing } from './collector.ts';

type Request = EventOf<'cancel-requested'>;

export interface Cancellation {
  readonly eventIndex: number;
  readonly atNs: number;
  readonly task: AgentId;
  /** Who acted. */
  readonly by: AgentId;
  /** The callback in which it acted; null where it was none. */
  readonly callback: CallbackId | null;
  /** Whether a loop did it, to which `by` had given the cancelling as a callback. */
  readonly isScheduled: boolean;
  readonly reason: Request['reason'];
  /** The task on whose account: one that failed, ended, or was cancelled. */
  readonly because: AgentId | null;
  readonly limit: LimitId | null;
  /** The line that asked, that set the limit, or at which a group's body failed. */
  readonly location: Location | null;
  /** What the body of a task group failed with, where that is why. */
  readonly error: string | null;
  /** What the task stood at; null where it ran, was ready, or had not begun. */
  readonly wait: Wait | null;
  /** Since when it had stood there. */
  readonly sinceNs: number;
  /** Where the program caught it, and the task went on. */
  readonly caught: Caught | null;
  /** When the time limit that was up turned it into a `TimeoutError`. */
  readonly expiredNs: number | null;
  /** How the task ended after it; null where it never did. */
  readonly ended: 'cancelled' | 'otherwise' | null;
}

export interface Caught {
  readonly atNs: number;
  readonly location: Location | null;
  readonly eventIndex: number;
}

/**
 * In the order in which they were asked for.
 *
 * @param current what an agent does at this point of the replay.
 */
export function collectCancellations(
  current: (agent: AgentId) => Activity | null,
): Collector<readonly Cancellation[]> {
  const all: Cancellation[] = [];
  /** Those of each task that has not ended, and of them those that it has not caught. */
  const open = new Map<AgentId, Growing<Cancellation>[]>();
  const uncaught = new Map<AgentId, Growing<Cancellation>[]>();
  const byLimit = new Map<LimitId, Growing<Cancellation>>();
  return {
    on: {
      'cancel-requested': (event, eventIndex) => {
        const { atNs, task, by, reason, because, limit, location, error } = event;
        const activity = current(task);
        const doer = current(by);
        // Cancelling wakes at once: whether that is told before or after is no matter.
        const wasWaiting =
          activity?.state === 'waiting' ||
          (activity?.state === 'ready' && activity.fromNs === atNs);
        const one: Growing<Cancellation> = {
          ...{ eventIndex, atNs, task, by, reason, because, limit, location, error },
          callback: doer?.callback ?? null,
          isScheduled: doer?.state !== 'running',
          wait: wasWaiting ? activity.wait : null,
          sinceNs: wasWaiting ? activity.waitedFromNs : atNs,
          caught: null,
          expiredNs: null,
          ended: null,
        };
        all.push(one);
        if (limit !== null) byLimit.set(limit, one);
        add(open, one);
        add(uncaught, one);
      },
      'cancel-caught': ({ task, atNs, location }, eventIndex) => {
        for (const one of uncaught.get(task) ?? []) one.caught = { atNs, location, eventIndex };
        uncaught.delete(task);
      },
      'limit-ended': ({ limit, how, atNs }) => {
        const one = byLimit.get(limit);
        if (one && how === 'expired') one.expiredNs ??= atNs;
      },
      'task-finished': ({ task, how }) => {
        for (const one of open.get(task) ?? []) {
          one.ended = how === 'cancelled' ? 'cancelled' : 'otherwise';
        }
        open.delete(task);
        uncaught.delete(task);
      },
    },
    end: () => all,
  };
}

function add(all: Map<AgentId, Growing<Cancellation>[]>, one: Growing<Cancellation>): void {
  const known = all.get(one.task);
  if (known) known.push(one);
  else all.set(one.task, [one]);
}
