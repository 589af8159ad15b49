/**
 * Where a marked line is after an edit: an error stays with its line while the reader works above or
 * below it, and goes when that very line is changed.
 *
 * @param line counted from 1.
 * @returns the line's new number, or null if it was changed or removed.
 */
export function followLine(before: string, after: string, line: number): number | null {
  const old = before.split('\n');
  const now = after.split('\n');
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  if (line <= head) return line;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return line > old.length - tail ? line + now.length - old.length : null;
}
