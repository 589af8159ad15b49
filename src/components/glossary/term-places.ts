/** Where the terms of a chapter stand: for each, how many headings come before it is first used. */
export type TermPlaces = ReadonlyMap<string, number>;

const FENCE = /^\s*(`{3,}|~{3,})/;
const HEADING = /^#{1,6}\s/;
const TERM = /<Term\s+id=["']([^"']+)["']/g;

/**
 * Reads a chapter's source.
 *
 * `"## A\n<Term id=\"task\" />"` gives `{ task → 1 }`; 0 means before the first heading.
 */
export function termPlaces(source: string): TermPlaces {
  const places = new Map<string, number>();
  let headings = 0;
  let fence: string | null = null;
  for (const line of source.split('\n')) {
    const [, mark] = FENCE.exec(line) ?? [];
    if (mark && fence === null) fence = mark;
    else if (mark && fence && mark.startsWith(fence)) fence = null;
    if (fence !== null) continue;
    if (HEADING.test(line)) headings += 1;
    for (const [, id = ''] of line.matchAll(TERM)) {
      if (!places.has(id)) places.set(id, headings);
    }
  }
  return places;
}
