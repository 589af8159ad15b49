/** How what a run leaves open is decided, as data; `kernel/schedule-policy.ts` does as it says. */

/** What comes late: the order in which `schema.ts` names them. */
export type LateKind =
  /** A timer of an event loop: `sleep`, `call_later`, a time limit. */
  | 'timer'
  /** The end of a thread's own wait: `time.sleep`, a lock's timeout. */
  | 'sleep'
  /** A thread's turn, once another has woken it: a lock let go, an item put, a loop called. */
  | 'wake'
  /** What another socket sent. */
  | 'arrival'
  /** A thread's or a process's first turn. */
  | 'start';

/** It comes with the program. */
export type Schedule =
  /** Nothing is late, and what is due at one instant comes in the order in which it was set. */
  | { readonly policy: 'fifo' }
  /**
   * At random, from a seed: the same on every machine.
   *
   * `among` is how many choices the program is known to leave open.
   */
  | {
      readonly policy: 'seeded';
      readonly seed: number;
      readonly within?: Lateness;
      readonly among?: number;
    }
  /** As it was in another run, or as somebody wants it: all that is late. */
  | { readonly policy: 'scripted'; readonly late: readonly Late[] };

export type Late = LateChoice | Interruption;

export interface LateChoice {
  /** The number of the choice. */
  readonly number: number;
  /** In whole nanoseconds, above 0. */
  readonly byNs: number;
}

/** A thread that computes is interrupted, and goes on so much later. */
export interface Interruption {
  /**
   * At which of the calls and backward jumps of the program while it has several threads, counted
   * from 0: CPython looks there whether another thread wants to run.
   */
  readonly look: number;
  readonly byNs: number;
}

/** How late things may be: a few at most, or anything. */
export interface Lateness {
  readonly atMostNs: number;
  /** So much of how far ahead they are comes on top. */
  readonly share: number;
  /** How late at most what could come at once; by default as late as anything. */
  readonly atOnceNs?: number;
}

/**
 * What a busy machine makes of a timer: a few milliseconds, and of long ones a hundredth, by which
 * clocks and servers differ.
 */
export const REALISTIC: Lateness = { atMostNs: 5_000_000, share: 0.01 };

/** Just behind what is due at the same instant. */
export const JUST_LATE_NS = 1_000;

/** @returns whether two are of the same thing that was left open. */
export function isOfSame(one: Late, other: Late): boolean {
  return 'look' in one
    ? 'look' in other && one.look === other.look
    : 'number' in other && one.number === other.number;
}

/** What comes from outside, a file or an engine, may be anything. */
export function isLate(value: unknown): value is Late {
  const { number, look, byNs } = (value ?? {}) as Partial<Record<string, unknown>>;
  return (
    isWhole(byNs, 1) &&
    isWhole(look ?? number, 0) &&
    (look === undefined) !== (number === undefined)
  );
}

export function isWhole(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least;
}
