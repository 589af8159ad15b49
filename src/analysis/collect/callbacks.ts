/** The callbacks that a program gave to its loops, and when they ran. */
import type { AgentId, CallbackId, Location, LoopId, PrimitiveId } from '../../trace/schema.ts';
import { mainLine } from '../main-line.ts';
import { shortName } from './agent-labels.ts';
import type { Collector, Growing } from './collector.ts';

export interface Callback {
  readonly id: CallbackId;
  readonly name: string;
  /** Who gave it to the loop. */
  readonly by: AgentId;
  readonly location: Location | null;
  /** The same, where that is in the main file. */
  readonly line: number | null;
  /** The thread and the loop that ran it; else those that scheduled it. */
  readonly thread: AgentId;
  readonly loop: LoopId | null;
  readonly scheduledNs: number;
  /** When its timer goes off; null where it is ready at once. */
  readonly dueNs: number | null;
  /** Null where it never ran. */
  readonly beganNs: number | null;
  readonly endedNs: number | null;
  readonly cancelledNs: number | null;
  readonly cancelledAt: Location | null;
  /** The future, event or queue whose method it is. */
  readonly target: PrimitiveId | null;
}

/** By number, in the order in which they were scheduled. */
export function collectCallbacks(): Collector<ReadonlyMap<CallbackId, Callback>> {
  const callbacks = new Map<CallbackId, Growing<Callback>>();
  const amend = (id: CallbackId, change: Partial<Callback>) => {
    const callback = callbacks.get(id);
    if (callback) Object.assign(callback, change);
  };
  return {
    on: {
      'callback-scheduled': (event) => {
        const {
          callback: id,
          by,
          location,
          thread,
          loop,
          atNs: scheduledNs,
          dueNs,
          target,
        } = event;
        const known = {
          target,
          name: shortName(event.name),
          by,
          location,
          line: mainLine(location),
        };
        const unknown = { beganNs: null, endedNs: null, cancelledNs: null, cancelledAt: null };
        callbacks.set(id, { id, ...known, thread, loop, scheduledNs, dueNs, ...unknown });
      },
      'callback-began': ({ callback, atNs, thread, loop }) =>
        amend(callback, { beganNs: atNs, thread, loop }),
      'callback-ended': ({ callback, atNs }) => amend(callback, { endedNs: atNs }),
      'callback-cancelled': ({ callback, atNs, location }) =>
        amend(callback, { cancelledNs: atNs, cancelledAt: location }),
    },
    end: () => callbacks,
  };
}
