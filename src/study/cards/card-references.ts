import type { FlashcardEntry } from './flashcard-fields.ts';

export interface KnownPlaces {
  /** Names of the chapter's lessons, and anchors of their headings. */
  readonly sections: readonly string[];
  /** Ids of the glossary's terms. */
  readonly terms: ReadonlySet<string>;
}

type References = Pick<FlashcardEntry, 'id' | 'section' | 'terms'>;

/** @throws Error naming the file, the card and the field that refers to nothing. */
export function checkReferences(
  chapter: string,
  cards: readonly References[],
  { sections, terms }: KnownPlaces,
): void {
  for (const { id, section, terms: named } of cards) {
    const where = `content/flashcards/${chapter}.yaml, card "${id}"`;
    if (!sections.includes(section)) {
      throw new Error(
        `${where}, section: expected a lesson of the chapter or the address of a heading in one ` +
          `(${sections.join(', ')}), found "${section}".`,
      );
    }
    for (const term of named) {
      if (terms.has(term)) continue;
      throw new Error(
        `${where}, terms: expected ids of the glossary, found "${term}", ` +
          `which has no content/glossary/${term}.md.`,
      );
    }
  }
}
