import type { Trace } from '../../src/trace/schema.ts';

/** Everything a run printed to stdout, as one text. */
export function stdoutOf({ events }: Trace): string {
  return events
    .map((event) => (event.kind === 'output' && event.stream === 'stdout' ? event.text : ''))
    .join('');
}
