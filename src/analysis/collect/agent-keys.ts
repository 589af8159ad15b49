/**
 * Stable keys of tasks, threads and processes: where and as which they were made, and by whom. In
 * two traces of one program, what has the same key is the same thing.
 */
import type { AgentId, FileId, Location } from '../../trace/schema.ts';

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

/**
 * ``"program"`` for the program, ``"program / main.py:20 main #1 / main.py:12 fetch #3"`` for the
 * third `fetch` that a task of it made on line 12.
 *
 * @param agents parents before their children.
 * @param siteOf what a place in the program is called. Default: by the names of files and the lines.
 */
export function keysOf(
  agents: readonly Created[],
  files: ReadonlyMap<FileId, { readonly name: string }>,
  siteOf = ({ file, line }: Location) => `${files.get(file)?.name ?? '?'}:${line}`,
): ReadonlyMap<AgentId, string> {
  const keys = new Map<AgentId, string>();
  const uses = new Map<string, number>();
  for (const { id, kind, coroutine, parent, location } of agents) {
    if (kind === 'program') {
      keys.set(id, kind);
      continue;
    }
    const what = kind === 'task' ? coroutine.slice(0, LONGEST_COROUTINE) : kind;
    const site = location ? siteOf(location) : '?';
    const key = `${shortened(keys.get(parent) ?? '?')} / ${site} ${what}`;
    const ordinal = (uses.get(key) ?? 0) + 1;
    uses.set(key, ordinal);
    keys.set(id, `${key} #${ordinal}`);
  }
  return keys;
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
