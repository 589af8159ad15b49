/** The sentences of a page, in the order in which they are read. */
import { spokenCode, spokenProse } from './spoken-words.ts';

export interface Sentence {
  /** Where it stands. */
  readonly range: Range;
  /** What a voice is given. */
  readonly text: string;
  readonly moments: readonly SpokenMoment[];
}

/** A link to a moment that stands in a sentence. */
export interface SpokenMoment {
  readonly link: HTMLAnchorElement;
  /** So many characters into what the voice is given. */
  readonly from: number;
}

/** What is read as one piece. */
const BLOCKS = 'h1, h2, h3, p, li, tr, dt, dd, figcaption, summary';
/** What is to be seen, pressed or looked up, and not to be heard. */
const SILENT =
  'pre, button, svg, script, style, nav, .facts, .ls-term-note, .sr-only, .sl-anchor-link, ' +
  '.concept-map, .lessons, .checklist .head, .study-cards, .study-quiz, .study-exercise, ls-race, ' +
  '.snippet > :not(figcaption), [aria-hidden="true"], [data-closing] [role="status"]';

interface Piece {
  readonly node: Text;
  /** Of the piece in the text of its block. */
  readonly from: number;
}

/** @param roots the title of a page, and its text */
export function sentencesIn(roots: readonly Element[]): Sentence[] {
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
  return roots
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>(BLOCKS)])
    .filter((block) => !block.closest(SILENT) && !block.querySelector(BLOCKS))
    .flatMap((block) => {
      const pieces = piecesOf(block);
      const whole = pieces.map(({ node }) => node.data).join('');
      return [...sentences.segment(whole)].flatMap(({ segment, index }) => {
        const range = rangeOf(pieces, index, index + segment.trimEnd().length);
        const text = spoken(pieces, index, index + segment.length);
        if (!range || !/\p{L}|\p{N}/u.test(text)) return [];
        const moments = [...block.querySelectorAll<HTMLAnchorElement>('a.ls-moment')]
          .filter((link) => range.intersectsNode(link))
          .map((link) => {
            const piece = pieces.find(({ node }) => link.contains(node));
            return { link, from: spoken(pieces, index, piece?.from ?? index).length };
          });
        return [{ range, text, moments }];
      });
    });
}

function piecesOf(block: Element): Piece[] {
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node instanceof Element && node.matches(SILENT)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  });
  let from = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    pieces.push({ node, from });
    from += node.data.length;
  }
  return pieces;
}

/** The pieces that have something between two places of their block's text, each cut to that. */
function cut(pieces: readonly Piece[], from: number, to: number) {
  return pieces.flatMap(({ node, from: begin }) => {
    const start = Math.max(from - begin, 0);
    const end = Math.min(to - begin, node.data.length);
    return start < end ? [{ node, start, end }] : [];
  });
}

function rangeOf(pieces: readonly Piece[], from: number, to: number): Range | null {
  const parts = cut(pieces, from, to);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, first.start);
  range.setEnd(last.node, last.end);
  return range;
}

function spoken(pieces: readonly Piece[], from: number, to: number): string {
  return cut(pieces, from, to)
    .map(({ node, start, end }) => {
      const text = node.data.slice(start, end);
      const parent = node.parentElement;
      // Cells of a table follow each other without a space.
      const pause = parent?.closest('td, th') ? ', ' : '';
      return (parent?.closest('code') ? spokenCode(text) : spokenProse(text)) + pause;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
