/** A chapter's concept map: which terms and relations it has, and how their words fit into boxes. */
import { type Glossary, plainTerm, type Relation, type Term } from '../glossary/glossary.ts';
import { type ConceptLayout, type Grid, layoutConcepts } from './concept-layout.ts';
import type { Point, Size } from './plane.ts';

export interface ConceptMap extends Size {
  readonly terms: readonly (Point &
    Size &
    Words & { readonly term: Term; readonly guest: boolean })[];
  readonly links: readonly (ConceptLayout['lines'][number] &
    Words & { readonly relation: Relation })[];
}

interface Words {
  readonly words: readonly string[];
}

/** The two widths for which a map is drawn: a page's, and a telephone's. */
export const WIDE: Grid = { columns: 6, width: 800, rowHeight: 92, room: 1.5, stagger: 0 };
export const NARROW: Grid = { columns: 3, width: 352, rowHeight: 96, room: 1.8, stagger: 0.16 };

const TERM_PX = 14;
const LABEL_PX = 12;
/** Average widths of a letter, in its size: Literata, and JetBrains Mono. */
const PROSE_LETTER = 0.54;
const CODE_LETTER = 0.6;
const LINE_HEIGHT = 1.3;
const LONGEST_WORDS = 13;
const LONGEST_LABEL = 18;

/**
 * The chapter's relations: those that begin at one of its terms, and those that lead back to one
 * from a term of another chapter that is in the map anyway.
 */
export function relationsOf(glossary: Glossary, chapter: string): Relation[] {
  const own = glossary.relations.filter(({ from }) => from.chapter === chapter);
  const guests = new Set(own.map(({ to }) => to).filter((term) => term.chapter !== chapter));
  const back = glossary.relations.filter(
    ({ from, to }) => guests.has(from) && to.chapter === chapter,
  );
  return [...own, ...back];
}

/** @throws Error where the glossary has no relation for the chapter. */
export function conceptMap(glossary: Glossary, chapter: string, grid: Grid): ConceptMap {
  const relations = relationsOf(glossary, chapter);
  if (relations.length === 0) {
    const chapters = [...new Set(glossary.terms.map((term) => term.chapter))];
    throw new Error(
      `<ConceptMap chapter="${chapter}">: expected a chapter with terms in content/glossary ` +
        `(${chapters.join(', ')}), found no relation of one.`,
    );
  }
  const terms = [...new Set(relations.flatMap(({ from, to }) => [from, to]))];
  const boxes = terms.map((term) => ({ term, ...termBox(term) }));
  const labels = relations.map(({ verb }) => labelBox(verb));
  const layout = layoutConcepts(
    boxes.map(({ term, width, height }) => ({ id: term.id, width, height })),
    relations.map(({ from, to }, index) => ({
      from: from.id,
      to: to.id,
      label: labels[index] as Size,
    })),
    grid,
  );
  return {
    width: layout.width,
    height: layout.height,
    terms: boxes.map((box, index) => ({
      ...box,
      ...(layout.boxes[index] as Point),
      guest: box.term.chapter !== chapter,
    })),
    links: layout.lines.map((line, index) => ({
      ...line,
      words: (labels[index] as Words).words,
      relation: relations[index] as Relation,
    })),
  };
}

/**
 * Breaks words into as few lines of at most so many letters as will do, of much the same length:
 * at blanks, before capitals, after underscores.
 */
export function brokenLines(text: string, longest: number): string[] {
  let lines = filledLines(text, longest);
  for (let shorter = longest - 1; shorter > 0; shorter -= 1) {
    const tried = filledLines(text, shorter);
    if (tried.length > lines.length) break;
    lines = tried;
  }
  return lines;
}

function filledLines(text: string, longest: number): string[] {
  const lines: string[] = [];
  for (const part of text.match(/\s*(?:[^\s_A-Z]+_?|[A-Z]+[^\s_A-Z]*_?|_)/g) ?? [text]) {
    const line = lines.at(-1);
    if (line !== undefined && (line + part).length <= longest)
      lines[lines.length - 1] = line + part;
    else lines.push(part.trim());
  }
  return lines;
}

function termBox({ term }: Term): Size & Words {
  const words = brokenLines(plainTerm(term), LONGEST_WORDS);
  const letter = TERM_PX * (term.startsWith('`') ? CODE_LETTER : PROSE_LETTER);
  return {
    words,
    width: Math.round(longestOf(words) * letter + 18),
    height: Math.round(words.length * TERM_PX * LINE_HEIGHT + 12),
  };
}

function labelBox(verb: string): Size & Words {
  const words = brokenLines(verb, LONGEST_LABEL);
  return {
    words,
    width: Math.round(longestOf(words) * LABEL_PX * 0.5 + 4),
    height: Math.round(words.length * LABEL_PX * LINE_HEIGHT),
  };
}

function longestOf(words: readonly string[]): number {
  return Math.max(...words.map((word) => word.length));
}
