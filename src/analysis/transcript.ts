/**
 * A trace's output as text: what a snippet's `.out` file holds and what the page prints under
 * its code. One line of the program is one line here, with the virtual time at which it began:
 *
 * ```text
 * [   0.000] brewing
 * [   1.500]! a line on stderr
 * [   4.500]= exit 0
 * ```
 *
 * The mark after the bracket tells stderr (`!`) and the end of the run (`=`) from stdout (none).
 */
import type { Outcome, Trace, TraceEvent } from '../trace/schema.ts';
import { replay } from './collect/collector.ts';
import { collectOutput, type TranscriptLine } from './collect/output.ts';
import { atOnce } from './sliced.ts';

export type { TranscriptLine } from './collect/output.ts';

/** The lines of output among some events; see {@link collectOutput}. */
export function transcriptLines(events: readonly TraceEvent[]): readonly TranscriptLine[] {
  const output = collectOutput();
  atOnce(replay(events, [output]));
  return output.end();
}

/** Virtual nanoseconds as seconds with three decimals: `4500000000` gives `"4.500"`. */
export function formatSeconds(ns: number): string {
  return (Math.round(ns / 1e6) / 1e3).toFixed(3);
}

/** `1500000000` gives `"[   1.500]"`: C's `[%8.3f]`. */
export function formatStamp(ns: number): string {
  return `[${formatSeconds(ns).padStart(8)}]`;
}

/** What the last line of a transcript says: `"exit 0"`, `"deadlock"`, `"limit: steps"`. */
export function formatOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'exited':
      return `exit ${outcome.status}`;
    case 'deadlocked':
      return 'deadlock';
    case 'serving':
      return 'serving';
    case 'limited':
      return `limit: ${outcome.limit}`;
    case 'stopped':
    case 'running':
      return outcome.kind;
    case 'crashed':
      return 'crashed';
  }
}

/** The whole transcript, as written to a `.out` file; it ends with a newline. */
export function formatTranscript(trace: Trace): string {
  const lines = transcriptLines(trace.events).map(formatLine);
  lines.push(`${formatStamp(trace.endedNs)}= ${formatOutcome(trace.outcome)}`);
  return `${lines.join('\n')}\n`;
}

/** A blank line of output leaves no trailing white space in the file. */
function formatLine({ atNs, stream, text }: TranscriptLine): string {
  const mark = stream === 'stderr' ? '!' : '';
  return `${formatStamp(atNs)}${mark}${text === '' ? '' : ` ${text}`}`;
}
