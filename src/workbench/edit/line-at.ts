/**
 * The line of code at the height of a pointer, counted from 1; null above the first line and below
 * the last. The numbers beside the code tell it for a listing and for every editor alike, however
 * far it is scrolled.
 */
export function lineAt(numbers: DOMRect, clientY: number, lines: number): number | null {
  const line = Math.floor(((clientY - numbers.top) / numbers.height) * lines) + 1;
  return line >= 1 && line <= lines ? line : null;
}
