import { downloadName } from '../../workbench/program/file-name.ts';
import type { Flashcard } from './flashcard.ts';

/**
 * What a card is called in lists and by the search: what it asks, in plain text, and of which
 * program, since many cards ask the same of theirs.
 */
export function cardTitle({ front }: Pick<Flashcard, 'front'>): string {
  const asked = front.find(({ kind }) => kind === 'prose');
  const code = front.find(({ kind }) => kind === 'code');
  const text = asked?.kind === 'prose' ? asked.text.replaceAll('`', '') : 'A program';
  return code?.kind === 'code' && code.snippet !== null
    ? `${text} (${downloadName(code.snippet)})`
    : text;
}

/** The address of a card on the page of flashcards, without `#`. */
export function cardAnchor(id: string): string {
  return `card-${id.replace('/', '-')}`;
}
