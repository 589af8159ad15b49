/** How sentences about a recording say things. */
import { formatSeconds } from '../analysis/transcript.ts';

/** More names than this are counted instead of listed. */
const MOST_NAMES = 4;

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `"3"` gives `"three"`, `10000` gives `"10,000"`. */
export function countText(count: number): string {
  return SMALL[count] ?? String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1` gives `"once"`, `3` gives `"three times"`. */
export function timesText(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${countText(count)} times`;
}

/** `1500000000` gives `"1.500 s"`. */
export function durationText(ns: number): string {
  return `${formatSeconds(ns)} s`;
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** `7` gives `" (line 7)"`; null gives nothing. */
export function lineText(line: number | null): string {
  return line === null ? '' : ` (line ${line})`;
}

/** ``["a", "b", "c"]`` gives ``"`a`, `b` and `c`"``; six names give `"six tasks"`. */
export function namesText(names: readonly string[], noun = 'tasks'): string {
  if (names.length > MOST_NAMES) return `${countText(names.length)} ${noun}`;
  return listText(names.map(code));
}

/** `["a", "b", "c"]` gives `"a, b and c"`. */
export function listText(items: readonly string[]): string {
  const head = items.slice(0, -1);
  return head.length > 0 ? `${head.join(', ')} and ${items.at(-1)}` : (items[0] ?? '');
}

/** `"six tasks"` gives `"Six tasks"`. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
