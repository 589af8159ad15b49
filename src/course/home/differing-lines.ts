/**
 * The numbers of a text's lines that another text does not have: what to point at when two
 * programs are shown side by side.
 *
 * `differingLines("a\nb", "a\nc")` gives `[2]`.
 */
export function differingLines(text: string, other: string): number[] {
  const known = new Set(other.split('\n'));
  return text.split('\n').flatMap((line, index) => (known.has(line) ? [] : [index + 1]));
}
