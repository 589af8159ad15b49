/** The callbacks that a program gave to its loops, and when they ran. */

import type { CallbackId, CallbackScheduled, Recording } from '../trace/recording.ts';
import { shortName } from './agents.ts';
import { perRecording } from './per-recording.ts';

export interface Callback {
  readonly id: CallbackId;
  readonly name: string;
  readonly by: CallbackScheduled['by'];
  readonly line: number | null;
  readonly scheduledNs: number;
  /** When its timer goes off; null where it is ready at once. */
  readonly dueNs: number | null;
  /** Null where it never ran. */
  readonly beganNs: number | null;
  readonly endedNs: number | null;
}

/** What to call a callback. */
export function callbackName(recording: Recording, callback: CallbackId): string {
  return callbacksOf(recording).get(callback)?.name ?? 'a callback';
}

/** By number, in the order in which they were scheduled. */
export const callbacksOf = perRecording(
  (recording: Recording): ReadonlyMap<CallbackId, Callback> => {
    const callbacks = new Map<CallbackId, Callback>();
    const amend = (id: CallbackId, change: Partial<Callback>) => {
      const callback = callbacks.get(id);
      if (callback) callbacks.set(id, { ...callback, ...change });
    };
    for (const event of recording.events) {
      if (event.kind === 'callback-scheduled') {
        const { callback: id, by, line, atNs: scheduledNs, dueNs } = event;
        const name = shortName(event.name);
        const unknown = { beganNs: null, endedNs: null };
        callbacks.set(id, { id, name, by, line, scheduledNs, dueNs, ...unknown });
      } else if (event.kind === 'callback-began') {
        amend(event.callback, { beganNs: event.atNs });
      } else if (event.kind === 'callback-ended') {
        amend(event.callback, { endedNs: event.atNs });
      }
    }
    return callbacks;
  },
);
