/** What a snapshot says, looked up in the events that it speaks of. */
import type { AgentId, Location, TraceEvent } from '../../trace/schema.ts';
import type { Agent } from '../collect/agents.ts';
import type { Snapshot } from './snapshots.ts';

/** A snapshot of a trace, looked at some time after its last event and before the next. */
export interface View {
  readonly events: readonly TraceEvent[];
  readonly agents: ReadonlyMap<AgentId, Agent>;
  readonly snapshot: Snapshot;
  readonly nowNs: number;
}

/** The event that a snapshot speaks of, which counts them from 1. */
export function eventAt({ events }: Pick<View, 'events'>, counted: number | undefined) {
  return counted ? events[counted - 1] : undefined;
}

/** Whether the last that is known of an agent says that it has ended. */
export function isOver(event: TraceEvent | undefined): boolean {
  switch (event?.kind) {
    case 'task-finished':
    case 'thread-ended':
    case 'process-ended':
      return true;
    case 'step-ended':
      return event.waitsOn === null;
    default:
      return false;
  }
}

/** Where an event says its agent is. */
export function locationOf(event: TraceEvent | undefined): Location | null {
  switch (event?.kind) {
    case 'line':
    case 'preempted':
      return event.location;
    case 'step-ended':
    case 'parked':
    case 'blocking-began':
      return event.waitsOn?.location ?? null;
    default:
      return null;
  }
}
