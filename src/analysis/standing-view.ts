/** What a standing says, looked up in the events that it speaks of. */
import type { Recording, RecordingEvent } from '../trace/recording.ts';
import type { Standing } from './replay.ts';

/** A standing of a recording, looked at some time after its last event and before the next. */
export interface View {
  readonly recording: Recording;
  readonly standing: Standing;
  readonly nowNs: number;
}

/** The event that a standing speaks of, whose places count from 1. */
export function eventAt(
  { recording }: View,
  place: number | undefined,
): RecordingEvent | undefined {
  return place ? recording.events[place - 1] : undefined;
}

/** Whether the last that is known of a task says that it has finished. */
export function isOver(event: RecordingEvent | undefined): boolean {
  return event?.kind === 'task-finished' || (event?.kind === 'step-ended' && !event.waitsOn);
}

/** The line that an event says its agent is at. */
export function lineOf(event: RecordingEvent | undefined): number | null {
  switch (event?.kind) {
    case 'line':
      return event.line;
    case 'step-ended':
    case 'thread-parked':
      return event.waitsOn?.line ?? null;
    default:
      return null;
  }
}
