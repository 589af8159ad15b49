/**
 * A recording's output as text: what a snippet's `.out` file holds and what the page prints under
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
import type { AgentId, Outcome, Recording, RecordingEvent } from '../trace/recording.ts';

export interface TranscriptLine {
  readonly atNs: number;
  readonly stream: 'stdout' | 'stderr';
  /** Without its newline. */
  readonly text: string;
  /** Who wrote the first piece of it. */
  readonly by: AgentId;
}

/**
 * Joins the pieces that a program wrote into lines. A line begins when its first character was
 * written; a last line without a newline counts as a line.
 *
 * `[{at 0, "a"}, {at 1, "b\nc"}]` gives `[{at 0, "ab"}, {at 1, "c"}]`.
 */
export function transcriptLines(events: readonly RecordingEvent[]): TranscriptLine[] {
  const lines: TranscriptLine[] = [];
  const open: Record<'stdout' | 'stderr', { at: number; line: TranscriptLine } | null> = {
    stdout: null,
    stderr: null,
  };
  for (const event of events) {
    if (event.kind !== 'output') continue;
    for (const [piece, ended] of pieces(event.text)) {
      const begun = open[event.stream];
      const line: TranscriptLine = begun
        ? { ...begun.line, text: begun.line.text + piece }
        : { atNs: event.atNs, stream: event.stream, text: piece, by: event.by };
      const at = begun ? begun.at : lines.length;
      lines[at] = line;
      open[event.stream] = ended ? null : { at, line };
    }
  }
  return lines;
}

/** `"a\nb"` gives `[["a", true], ["b", false]]`; the flag says whether a newline followed. */
function* pieces(text: string): Generator<readonly [string, boolean]> {
  let from = 0;
  for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
    yield [text.slice(from, to), true];
    from = to + 1;
  }
  if (from < text.length) yield [text.slice(from), false];
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
    case 'limited':
      return `limit: ${outcome.limit}`;
    case 'stopped':
      return 'stopped';
    case 'crashed':
      return 'crashed';
  }
}

/** The whole transcript, as written to a `.out` file; it ends with a newline. */
export function formatTranscript(recording: Recording): string {
  const lines = transcriptLines(recording.events).map(formatLine);
  lines.push(`${formatStamp(recording.endedNs)}= ${formatOutcome(recording.outcome)}`);
  return `${lines.join('\n')}\n`;
}

/** A blank line of output leaves no trailing white space in the file. */
function formatLine({ atNs, stream, text }: TranscriptLine): string {
  const mark = stream === 'stderr' ? '!' : '';
  return `${formatStamp(atNs)}${mark}${text === '' ? '' : ` ${text}`}`;
}
