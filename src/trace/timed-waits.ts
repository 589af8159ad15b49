/**
 * How a wait of a certain length is named, so that it is found again in another run of the program:
 * by who waits, the line, the kind, and which time it is that this one waits there so. Neither
 * depends on what others do meanwhile.
 */
import { AgentKeys } from './agent-keys.ts';
import type { AgentId, FileId } from './fields.ts';

export const TIMED_KINDS = [
  /** `asyncio.sleep`. */
  'sleep',
  /** `time.sleep`, which holds its thread. */
  'blocking-sleep',
  /** A time limit: `timeout`, `wait_for`. */
  'limit',
  /** The time that `asyncio.wait` is given. */
  'wait',
  /** A timer of the program's own: `call_later`. */
  'callback',
] as const;

export type TimedKind = (typeof TIMED_KINDS)[number];

export interface WaitName {
  /** The key of who waits, or sets the timer, as {@link waitingKeys} have it. */
  readonly agent: string;
  readonly kind: TimedKind;
  /** In the main file; null where library code waits that the program only made a task of. */
  readonly line: number | null;
  /** Counted from 1. */
  readonly nth: number;
}

/**
 * Keys in which the main file has no name, `"program / :20 main #1"`: a program is the same whatever
 * it is called.
 */
export function waitingKeys(files: ReadonlyMap<FileId, { readonly name: string }>): AgentKeys {
  return new AgentKeys(({ file, line }) => {
    return `${file === 0 ? '' : (files.get(file)?.name ?? '?')}:${line}`;
  });
}

/** Counts, in the order in which they begin, the waits of each at each line. */
export class WaitCounter {
  readonly #counts = new Map<string, number>();

  /** Which one it is that begins now, from 1. */
  next(agent: AgentId, kind: TimedKind, line: number | null): number {
    const place = `${agent} ${kind} ${line}`;
    const nth = (this.#counts.get(place) ?? 0) + 1;
    this.#counts.set(place, nth);
    return nth;
  }
}

/** One text for each name, to look it up by. */
export function waitKey({ agent, kind, line, nth }: WaitName): string {
  return JSON.stringify([agent, kind, line, nth]);
}
