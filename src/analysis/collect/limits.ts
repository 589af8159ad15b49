/** Time limits: `timeout`, `wait_for`. */
import type { AgentId, EventOf, LimitId, Location } from '../../trace/schema.ts';
import type { Collector, Growing } from './collector.ts';

export interface TimeLimit {
  readonly id: LimitId;
  /** The task that entered it. */
  readonly task: AgentId;
  /** `timeout`, `timeout_at`, `wait_for`, or a call of a library that sets one. */
  readonly call: string;
  /** Where it was set. */
  readonly location: Location | null;
  readonly setNs: number;
  /** When it was up, as it was set last; null for never. */
  readonly dueNs: number | null;
  /** When it fired or its block was left; null where it was still set at the end. */
  readonly endedNs: number | null;
  readonly how: EventOf<'limit-ended'>['how'] | null;
  /** When its block was left without a TimeoutError although it had fired, and with what instead. */
  readonly overrun: { readonly atNs: number; readonly error: string | null } | null;
  /** When its block was left with the TimeoutError, where that was later than when it fired. */
  readonly raisedNs: number | null;
  readonly eventIndex: number;
}

/** By number, in the order in which they were set. */
export function collectLimits(): Collector<ReadonlyMap<LimitId, TimeLimit>> {
  const limits = new Map<LimitId, Growing<TimeLimit>>();
  return {
    on: {
      'limit-set': ({ limit: id, task, call, dueNs, location, atNs: setNs }, eventIndex) => {
        const unknown = { endedNs: null, how: null, overrun: null, raisedNs: null };
        limits.set(id, { id, task, call, location, setNs, dueNs, ...unknown, eventIndex });
      },
      'limit-moved': ({ limit: id, dueNs }) => {
        const limit = limits.get(id);
        if (limit) limit.dueNs = dueNs;
      },
      'limit-ended': ({ limit: id, how, atNs }) => {
        const limit = limits.get(id);
        if (limit && limit.how === null) Object.assign(limit, { how, endedNs: atNs });
      },
      'limit-raised': ({ limit: id, atNs }) => {
        const limit = limits.get(id);
        if (limit) limit.raisedNs = atNs;
      },
      'limit-overrun': ({ limit: id, error, atNs }) => {
        const limit = limits.get(id);
        if (limit) limit.overrun = { atNs, error };
      },
    },
    end: () => limits,
  };
}
