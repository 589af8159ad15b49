/**
 * The glossary as a whole: its terms by id and the relations between them. Knows neither Astro nor
 * the file system; `load-glossary.ts` fills it.
 */
import type { GlossaryFields } from './glossary-fields.ts';

export interface Term extends GlossaryFields {
  /** The file's name: "event-loop". */
  readonly id: string;
}

export interface Relation {
  readonly from: Term;
  readonly verb: string;
  readonly to: Term;
}

export class Glossary {
  /** In the order of the alphabet. */
  readonly terms: readonly Term[];
  readonly relations: readonly Relation[];
  readonly #byId: ReadonlyMap<string, Term>;

  /** @throws Error naming the file and the relation whose target is no term. */
  constructor(terms: readonly Term[]) {
    this.terms = [...terms].sort((a, b) => compareTerms(a.term, b.term));
    this.#byId = new Map(terms.map((term) => [term.id, term]));
    this.relations = this.terms.flatMap((from) =>
      Object.entries(from.relations).flatMap(([verb, targets]) =>
        targets.map((id) => ({ from, verb, to: this.#targetOf(from, verb, id) })),
      ),
    );
  }

  /** @throws Error naming the place that asked, where there is no such term. */
  term(id: string, askedBy: string): Term {
    const term = this.#byId.get(id);
    if (!term) {
      throw new Error(
        `${askedBy}: expected the id of a term, found "${id}". ${this.#hintFor(id)} ` +
          'A new term is a file in content/glossary.',
      );
    }
    return term;
  }

  /** The terms on the other end of a relation, in either direction, each once. */
  related(term: Term): Term[] {
    const others = this.relations.flatMap(({ from, to }) =>
      from === term ? [to] : to === term ? [from] : [],
    );
    return [...new Set(others)].filter((other) => other !== term);
  }

  #targetOf(from: Term, verb: string, id: string): Term {
    return this.term(id, `content/glossary/${from.id}.md, relations, "${verb}"`);
  }

  #hintFor(id: string): string {
    const near = this.terms.filter((term) => term.id.includes(id) || id.includes(term.id));
    return near.length > 0
      ? `Did you mean ${near.map((term) => `"${term.id}"`).join(' or ')}?`
      : '';
  }
}

/** Without its backquotes: "`gather`" gives "gather". */
export function plainTerm(term: string): string {
  return term.replaceAll('`', '');
}

/** The letter under which a term stands: "A" for "`await`". */
export function letterOf(term: string): string {
  return plainTerm(term).charAt(0).toUpperCase();
}

/** "A task wraps a coroutine object." */
export function sentenceOf({ from, verb, to }: Relation): string {
  const subject = subjectOf(from);
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${verb} ${to.term}.`;
}

function subjectOf({ subject, term }: Term): string {
  if (subject) return subject;
  if (term.startsWith('`')) return term;
  return `${/^[aeiou]/i.test(term) ? 'an' : 'a'} ${term}`;
}

/** By letters alone and without a locale, so that every machine gives the same order. */
function compareTerms(a: string, b: string): number {
  const [left, right] = [a, b].map((term) =>
    plainTerm(term)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  );
  if (left === right) return 0;
  return String(left) < String(right) ? -1 : 1;
}
