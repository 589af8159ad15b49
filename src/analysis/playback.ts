/**
 * A script is the part of a trace that a page needs to play its output, without the events:
 * what has been printed when, and how it ended.
 */
import type { Outcome, Trace } from '../trace/schema.ts';
import { type TranscriptLine, transcriptLines } from './transcript.ts';

export type OutputLine = Pick<TranscriptLine, 'atNs' | 'stream' | 'text'>;

export interface OutputScript {
  /** In the order in which they began; `atNs` never decreases. */
  readonly lines: readonly OutputLine[];
  readonly endedNs: number;
  readonly outcome: Outcome;
}

export function outputScript({ events, endedNs, outcome }: Trace): OutputScript {
  const lines = transcriptLines(events).map(({ atNs, stream, text }) => ({ atNs, stream, text }));
  return { lines, endedNs, outcome };
}

/** How many lines have begun by then, those of that very instant included. */
export function linesBegunBy(script: OutputScript, atNs: number): number {
  const next = script.lines.findIndex((line) => line.atNs > atNs);
  return next < 0 ? script.lines.length : next;
}
