/**
 * Sets a run's output against the expected one, line by line, for a reader who has changed the code
 * and wants to see what that changed. Times count as equal when they read the same.
 */
import { type AlignedRow, alignLists, isChangedText, type Likeness } from './align-lists.ts';
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

export function compareOutput(expected: OutputScript, actual: OutputScript): OutputComparison {
  const rows = alignLists(expected.lines, actual.lines, LIKENESS).map(comparedRow);
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

function matched(expected: OutputLine, line: OutputLine): ComparedRow {
  if (formatSeconds(expected.atNs) === formatSeconds(line.atNs)) return { kind: 'same', line };
  return { kind: 'retimed', line, expected };
}

function comparedRow(row: AlignedRow<OutputLine>): ComparedRow {
  switch (row.kind) {
    case 'same':
      return matched(row.left, row.right);
    case 'changed':
      return { kind: 'changed', line: row.right, expected: row.left };
    case 'left-only':
      return { kind: 'missing', expected: row.left };
    case 'right-only':
      return { kind: 'added', line: row.right };
  }
}

const LIKENESS: Likeness<OutputLine> = {
  isSame: (a, b) => a.text === b.text && a.stream === b.stream,
  isChange: (a, b) => a.stream === b.stream && isChangedText(a.text, b.text),
};
