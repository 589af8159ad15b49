/** What a run left open, decided as it was in that run. */
import type { Trace, TraceEvent } from '../trace/schema.ts';
import type { Late, Schedule } from './schedule.ts';

/** Replays a trace: the same program, given this, does the same. */
export function scheduleOf({ events }: Trace): Schedule {
  const late = events.flatMap((event) => lateOf(event) ?? []);
  return late.length === 0 ? { policy: 'fifo' } : { policy: 'scripted', late };
}

/** What of a schedule an event tells; null if nothing. */
export function lateOf(event: TraceEvent): Late | null {
  if (event.kind === 'put-off') return { number: event.choice, byNs: event.byNs };
  return event.kind === 'interrupted' ? { look: event.look, byNs: event.byNs } : null;
}
