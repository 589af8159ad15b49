/**
 * Sets a run's output against the expected one, line by line, for a reader who has changed the code
 * and wants to see what that changed. Times count as equal when they read the same.
 */
import type { OutputLine, OutputScript } from './playback.ts';
import { formatOutcome, formatSeconds } from './transcript.ts';

export type ComparedRow =
  | { readonly kind: 'same'; readonly line: OutputLine }
  /** The same text at another time. */
  | { readonly kind: 'retimed'; readonly line: OutputLine; readonly expected: OutputLine }
  /** Another text in the same place. */
  | { readonly kind: 'changed'; readonly line: OutputLine; readonly expected: OutputLine }
  | { readonly kind: 'added'; readonly line: OutputLine }
  | { readonly kind: 'missing'; readonly expected: OutputLine };

export interface OutputComparison {
  /** In the order of the actual output; a missing line stands where it was expected. */
  readonly rows: readonly ComparedRow[];
  /** Where the run ended in another way or at another time, how: `"ended at 1.000 instead of 3.000"`. */
  readonly end: string | null;
  readonly same: boolean;
}

/**
 * Past this many pairs of lines the alignment is skipped, and what lies between the common
 * beginning and the common end is compared in order: a runaway loop prints a hundred thousand lines.
 */
const MAX_PAIRS = 1_000_000;

export function compareOutput(expected: OutputScript, actual: OutputScript): OutputComparison {
  const rows = joinChanges(alignLines(expected.lines, actual.lines));
  const end = compareEnds(expected, actual);
  return { rows, end, same: end === null && rows.every((row) => row.kind === 'same') };
}

/** One sentence: `"Different from the original: 1 line changed, 2 at another time."` */
export function describeComparison({ rows, end, same }: OutputComparison): string {
  if (same) return 'Same output as the original, at the same times.';
  const count = (kind: ComparedRow['kind']) => rows.filter((row) => row.kind === kind).length;
  const parts = [
    tally(count('changed'), 'changed'),
    tally(count('added'), 'added'),
    tally(count('missing'), 'missing'),
    tally(count('retimed'), 'at another time'),
  ].filter((part) => part !== '');
  if (end) parts.push(end);
  return `Different from the original: ${parts.join(', ')}.`;
}

function tally(count: number, what: string): string {
  if (count === 0) return '';
  return `${count} ${count === 1 ? 'line' : 'lines'} ${what}`;
}

function compareEnds(expected: OutputScript, actual: OutputScript): string | null {
  const how = [formatOutcome(actual.outcome), formatOutcome(expected.outcome)] as const;
  if (how[0] !== how[1]) return `ended with ${how[0]} instead of ${how[1]}`;
  const at = [formatSeconds(actual.endedNs), formatSeconds(expected.endedNs)] as const;
  return at[0] === at[1] ? null : `ended at ${at[0]} instead of ${at[1]}`;
}

function alignLines(expected: readonly OutputLine[], actual: readonly OutputLine[]): ComparedRow[] {
  const shorter = Math.min(expected.length, actual.length);
  let head = 0;
  while (head < shorter && sameText(expected[head], actual[head])) head++;
  let tail = 0;
  while (tail < shorter - head && sameText(expected.at(-1 - tail), actual.at(-1 - tail))) tail++;

  const rows = actual.slice(0, head).map((line, at) => matched(expected[at], line));
  const wanted = expected.slice(head, expected.length - tail);
  const found = actual.slice(head, actual.length - tail);
  for (const row of alignMiddle(wanted, found)) rows.push(row);
  for (let at = tail; at > 0; at--) {
    const line = actual.at(-at);
    if (line) rows.push(matched(expected.at(-at), line));
  }
  return rows;
}

/** Longest common subsequence of the texts, by the usual table. */
function* alignMiddle(
  expected: readonly OutputLine[],
  actual: readonly OutputLine[],
): Generator<ComparedRow> {
  const aligned = expected.length * actual.length <= MAX_PAIRS;
  const table = aligned ? commonLengths(expected, actual) : null;
  const width = actual.length + 1;
  let i = 0;
  let j = 0;
  while (i < expected.length || j < actual.length) {
    const wanted = expected[i];
    const found = actual[j];
    if (wanted && found && table && sameText(wanted, found)) {
      yield matched(wanted, found);
      i++;
      j++;
    } else if (wanted && (!found || !table || at(table, i + 1, j) >= at(table, i, j + 1))) {
      yield { kind: 'missing', expected: wanted };
      i++;
    } else if (found) {
      yield { kind: 'added', line: found };
      j++;
    }
  }

  function at(lengths: Uint32Array, row: number, column: number): number {
    return lengths[row * width + column] ?? 0;
  }
}

/** Cell (i, j) holds the length for the suffixes that begin at `expected[i]` and `actual[j]`. */
function commonLengths(expected: readonly OutputLine[], actual: readonly OutputLine[]) {
  const width = actual.length + 1;
  const table = new Uint32Array((expected.length + 1) * width);
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = actual.length - 1; j >= 0; j--) {
      const here = i * width + j;
      table[here] = sameText(expected[i], actual[j])
        ? (table[here + width + 1] ?? 0) + 1
        : Math.max(table[here + width] ?? 0, table[here + 1] ?? 0);
    }
  }
  return table;
}

/** Missing lines in whose place others have come become changed lines, pair by pair. */
function joinChanges(rows: readonly ComparedRow[]): ComparedRow[] {
  const joined: ComparedRow[] = [];
  let missing: OutputLine[] = [];
  let added: OutputLine[] = [];
  const flush = () => {
    for (const row of pairUp(missing, added)) joined.push(row);
    missing = [];
    added = [];
  };
  for (const row of rows) {
    if (row.kind === 'missing') missing.push(row.expected);
    else if (row.kind === 'added') added.push(row.line);
    else {
      flush();
      joined.push(row);
    }
  }
  flush();
  return joined;
}

/** What is not a pair comes as a block of missing lines and a block of added ones. */
function* pairUp(
  missing: readonly OutputLine[],
  added: readonly OutputLine[],
): Generator<ComparedRow> {
  let unpaired: ComparedRow[] = [];
  for (let at = 0; at < Math.max(missing.length, added.length); at++) {
    const line = added[at];
    const expected = missing[at];
    if (line && expected && alike(line, expected)) {
      yield* unpaired;
      unpaired = [];
      yield { kind: 'changed', line, expected };
    } else {
      if (expected) yield { kind: 'missing', expected };
      if (line) unpaired.push({ kind: 'added', line });
    }
  }
  yield* unpaired;
}

/** Whether one line can be read as a change of the other: a third of it is still there. */
function alike(a: OutputLine, b: OutputLine): boolean {
  const longer = Math.max(a.text.length, b.text.length);
  const shorter = Math.min(a.text.length, b.text.length);
  let head = 0;
  while (head < shorter && a.text[head] === b.text[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a.text.at(-1 - tail) === b.text.at(-1 - tail)) tail++;
  return a.stream === b.stream && 3 * (head + tail) >= longer;
}

function matched(expected: OutputLine | undefined, line: OutputLine): ComparedRow {
  if (!expected || formatSeconds(expected.atNs) === formatSeconds(line.atNs)) {
    return { kind: 'same', line };
  }
  return { kind: 'retimed', line, expected };
}

function sameText(a: OutputLine | undefined, b: OutputLine | undefined): boolean {
  return a?.text === b?.text && a?.stream === b?.stream;
}
