import type { ErrorLines } from '../../analysis/error-lines.ts';
import type { LineMark } from '../../timeline/line-marks.ts';

/** Marks for the lines that an exception came from, where none of `others` stands already. */
export function withErrorMarks(
  { raised, ledThere }: ErrorLines,
  others: readonly LineMark[] = [],
): readonly LineMark[] {
  const taken = new Set(others.map(({ line }) => line));
  const marks: readonly LineMark[] = [
    ...raised.map((line) => ({ line, state: 'raised' as const })),
    ...ledThere.map((line) => ({ line, state: 'led' as const })),
  ];
  return [...others, ...marks.filter(({ line }) => !taken.has(line))].sort(
    (a, b) => a.line - b.line,
  );
}
