/** Which lines of one program are those of another. */
import { type AlignedRow, alignLists, isChangedText } from '../align-lists.ts';

export interface NumberedLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
}

/** What stands under something else now, and is only indented otherwise, is a change. */
export function alignSources(left: string, right: string): readonly AlignedRow<NumberedLine>[] {
  const rows = alignLists(linesOf(left), linesOf(right), {
    isSame: isOnlyIndented,
    isChange: (a, b) => isChangedText(a.text.trim(), b.text.trim()),
  });
  return rows.map((row) =>
    row.kind === 'same' && row.left.text !== row.right.text ? { ...row, kind: 'changed' } : row,
  );
}

/** Whether one line is the other, but for its indentation. */
export function isOnlyIndented(a: NumberedLine, b: NumberedLine): boolean {
  return a.text.trim() === b.text.trim();
}

/** For each line of the right program that the left one has as well, if changed, its number there. */
export function lineOfLeft(rows: readonly AlignedRow<NumberedLine>[]): ReadonlyMap<number, number> {
  return new Map(
    rows.flatMap((row) =>
      row.kind === 'same' || row.kind === 'changed'
        ? [[row.right.number, row.left.number] as const]
        : [],
    ),
  );
}

function linesOf(source: string): NumberedLine[] {
  return source
    .trimEnd()
    .split('\n')
    .map((text, index) => ({ number: index + 1, text: text.trimEnd() }));
}
