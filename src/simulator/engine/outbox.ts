import type { RecordingEvent } from '../../recording/recording.ts';

/**
 * Sends events in batches that grow with the run: the first ones at once, so that nothing printed
 * before an endless loop is lost; later ones in eighths of what has been sent, so that a run of a
 * hundred thousand events needs about a hundred messages.
 */
export function createOutbox(send: (events: readonly RecordingEvent[]) => void): {
  add(event: RecordingEvent): void;
  flush(): void;
} {
  let waiting: RecordingEvent[] = [];
  let sent = 0;
  const flush = () => {
    if (waiting.length === 0) return;
    send(waiting);
    sent += waiting.length;
    waiting = [];
  };
  return {
    add(event) {
      waiting.push(event);
      if (waiting.length > sent / 8) flush();
    },
    flush,
  };
}
