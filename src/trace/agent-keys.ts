/**
 * Stable keys of tasks, threads and processes: where and as which they were made, and by whom. In
 * two traces of one program, what has the same key is the same thing.
 */
import type { AgentId, FileId, Location } from './fields.ts';

export interface Created {
  readonly id: AgentId;
  readonly kind: 'program' | 'task' | 'thread' | 'process';
  readonly coroutine: string;
  readonly parent: AgentId;
  readonly location: Location | null;
}

/** A chain of tasks that each make the next would have keys without end. */
const LONGEST_PARENT = 100;
const LONGEST_COROUTINE = 60;

/** Fills as agents come into being: parents before their children. */
export class AgentKeys {
  readonly #keys = new Map<AgentId, string>();
  readonly #uses = new Map<string, number>();
  readonly #siteOf: (location: Location) => string;

  /** @param siteOf what a place in the program is called: `main.py:12`, see {@link siteIn}. */
  constructor(siteOf: (location: Location) => string) {
    this.#siteOf = siteOf;
  }

  /**
   * ``"program"`` for the program, ``"program / main.py:20 main #1 / main.py:12 fetch #3"`` for the
   * third `fetch` that a task of it made on line 12.
   */
  add({ id, kind, coroutine, parent, location }: Created): string {
    const what = kind === 'task' ? coroutine.slice(0, LONGEST_COROUTINE) : kind;
    const site = location ? this.#siteOf(location) : '?';
    const place = `${shortened(this.#keys.get(parent) ?? '?')} / ${site} ${what}`;
    const ordinal = (this.#uses.get(place) ?? 0) + 1;
    const key = kind === 'program' ? kind : `${place} #${ordinal}`;
    this.#uses.set(place, ordinal);
    this.#keys.set(id, key);
    return key;
  }

  of(id: AgentId): string | undefined {
    return this.#keys.get(id);
  }
}

/** By the names of files and the lines. */
export function siteIn(
  files: ReadonlyMap<FileId, { readonly name: string }>,
): (location: Location) => string {
  return ({ file, line }) => `${files.get(file)?.name ?? '?'}:${line}`;
}

function shortened(key: string): string {
  return key.length <= LONGEST_PARENT ? key : `… ${hash(key)}`;
}

/** 53 bits of it (cyrb53), so that two keys that were shortened differ as these did. */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}
