import type { Recording } from '../../src/trace/recording.ts';

/** Everything a run printed to stdout, as one text. */
export function stdoutOf({ events }: Recording): string {
  return events
    .map((event) => (event.kind === 'output' && event.stream === 'stdout' ? event.text : ''))
    .join('');
}
