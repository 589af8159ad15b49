/** What was late in a run, in words. */

import { labelOf } from '../analysis/labels.ts';
import { formatSeconds } from '../analysis/transcript.ts';
import type { EventOf, Trace } from '../trace/schema.ts';

/** "The timer of `b` came 1 ms late, at 1.001." */
export function lateWords(trace: Trace): string[] {
  return trace.events
    .filter((event): event is EventOf<'put-off'> => event.kind === 'put-off')
    .map((event) => `${subject(trace, event)} ${lateness(event.byNs)}.`);
}

function subject(trace: Trace, { what, of, atNs }: EventOf<'put-off'>): string {
  const whose = of === null ? '' : ` of \`${labelOf(trace, of)}\``;
  const since = ` set at ${formatSeconds(atNs)}`;
  switch (what) {
    case 'timer':
      return `The timer${whose},${since}, came`;
    case 'sleep':
      return `The wait${whose},${since}, ended`;
    case 'wake':
      return `A thread woken at ${formatSeconds(atNs)} went on`;
    case 'arrival':
      return `What was sent at ${formatSeconds(atNs)} arrived`;
    case 'start':
      return `What was started at ${formatSeconds(atNs)} began`;
  }
}

function lateness(byNs: number): string {
  if (byNs < 100_000) return 'just behind what was due at the same instant';
  return `${Number((byNs / 1e6).toFixed(1))} ms late`;
}
