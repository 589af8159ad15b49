/** What a run left open, decided as it was in that run. */
import type { Trace } from '../trace/schema.ts';
import type { Schedule } from './schedule.ts';

/** Replays a trace: the same program, given this, does the same. */
export function scheduleOf({ events }: Trace): Schedule {
  const late = events.flatMap((event) =>
    event.kind === 'put-off' ? [{ number: event.choice, byNs: event.byNs }] : [],
  );
  return late.length === 0 ? { policy: 'fifo' } : { policy: 'scripted', late };
}
