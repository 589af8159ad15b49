/**
 * Playing a recording's output against real time: what has been printed when, and how fast.
 *
 * Pure: the player brings the clock and draws. A script is the part of a recording that a page
 * needs for it, without the events.
 */
import type { Outcome, Recording } from '../trace/recording.ts';
import { type TranscriptLine, transcriptLines } from './transcript.ts';

export type OutputLine = Pick<TranscriptLine, 'atNs' | 'stream' | 'text'>;

export interface OutputScript {
  /** In the order in which they began; `atNs` never decreases. */
  readonly lines: readonly OutputLine[];
  readonly endedNs: number;
  readonly outcome: Outcome;
}

export type PlaybackSpeed = 'real-time' | 'fast' | 'at-once';

const PLAYBACK_SPEEDS: readonly PlaybackSpeed[] = ['real-time', 'fast', 'at-once'];

/** Virtual nanoseconds that pass in one real millisecond. */
const NS_PER_MS: Record<PlaybackSpeed, number> = {
  'real-time': 1e6,
  fast: 4e6,
  'at-once': Number.POSITIVE_INFINITY,
};

/** How long a reader watches a clock run before wishing it were over. */
const PATIENCE_MS = 6_000;

export function outputScript({ events, endedNs, outcome }: Recording): OutputScript {
  const lines = transcriptLines(events).map(({ atNs, stream, text }) => ({ atNs, stream, text }));
  return { lines, endedNs, outcome };
}

/** The slowest speed at which the run is over within a reader's patience. */
export function defaultSpeed(endedNs: number): PlaybackSpeed {
  const within = (speed: PlaybackSpeed) => endedNs <= PATIENCE_MS * NS_PER_MS[speed];
  return PLAYBACK_SPEEDS.find(within) ?? 'at-once';
}

/** The virtual time to which a playback has come: never past the end of the run. */
export function playedNs(script: OutputScript, elapsedMs: number, speed: PlaybackSpeed): number {
  if (speed === 'at-once') return script.endedNs;
  return Math.min(script.endedNs, Math.max(0, elapsedMs) * NS_PER_MS[speed]);
}

/** How many lines have begun by then, those of that very instant included. */
export function linesBegunBy(script: OutputScript, atNs: number): number {
  const next = script.lines.findIndex((line) => line.atNs > atNs);
  return next < 0 ? script.lines.length : next;
}
