/** Many lines of a page, and few enough that to set them takes no time to be noticed. */
export const LONGEST_PIECE = 1_000;

/** A text in pieces of at most {@link LONGEST_PIECE} units; no pair of surrogates is parted. */
export function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from + LONGEST_PIECE;
    if (/^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(to - 1, to + 1))) to -= 1;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}
