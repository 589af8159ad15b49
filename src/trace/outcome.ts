/** How a run ended. */
import type { Location } from './fields.ts';

/** How the run ended. */
export type Outcome =
  /** The program ended by itself, as `python main.py` would. */
  | { readonly kind: 'exited'; readonly status: number; readonly error: UncaughtError | null }
  /** Nothing was ready, nothing was scheduled, and the program still waited. */
  | { readonly kind: 'deadlocked' }
  /** The same, but it listens, and a client could come that is not there. */
  | { readonly kind: 'serving' }
  /** A limit was reached; what happened so far is kept. */
  | { readonly kind: 'limited'; readonly limit: LimitName; readonly allowed: number }
  /** The reader pressed Stop. */
  | { readonly kind: 'stopped' }
  /** It still ran: the trace is what there was of it so far. */
  | { readonly kind: 'running' }
  /** The engine itself failed: a fault of ours, not of the program. */
  | { readonly kind: 'crashed'; readonly message: string };

export const LIMIT_NAMES = [
  'real-time',
  'virtual-time',
  'computing',
  'steps',
  'thread-turns',
  'output',
  'tasks',
  'memory',
  'recursion',
  'one-call',
] as const;

/**
 * `allowed` is in ms, in ns, in ns of a processor, in turns of loops and blocking calls, turns of
 * threads, characters, tasks, bytes, 0 for recursion, and in ms of a processor's real time that one call
 * took which nothing could interrupt.
 */
export type LimitName = (typeof LIMIT_NAMES)[number];

/** The exception that ended the program. Its traceback is in the output, on stderr. */
export interface UncaughtError {
  /** The exception class, `ValueError` or `asyncio.TimeoutError`. */
  readonly type: string;
  readonly message: string;
  /** The innermost line of the program that it passed through; null if none. */
  readonly location: Location | null;
}
