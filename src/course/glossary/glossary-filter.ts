import { letterOf } from './glossary.ts';

export interface Wanted {
  /** What the reader typed. */
  readonly words: string;
  /** A capital letter, or "" for all. */
  readonly letter: string;
  /** A chapter's address, or "" for all. */
  readonly chapter: string;
}

export interface Entry {
  readonly term: string;
  readonly short: string;
  readonly chapter: string;
}

const EVERYTHING: Wanted = { words: '', letter: '', chapter: '' };

/**
 * Whether an entry has the letter, the chapter and every word: anywhere in its term, or where a word
 * of its short definition begins.
 */
export function isWanted(entry: Entry, { words, letter, chapter }: Wanted): boolean {
  if (letter !== '' && letterOf(entry.term) !== letter) return false;
  if (chapter !== '' && entry.chapter !== chapter) return false;
  const name = plain(entry.term);
  const short = ` ${plain(entry.short)}`;
  return plain(words)
    .split(' ')
    .every((word) => name.includes(word) || short.includes(` ${word}`));
}

/** What is said of a filter's outcome. */
export function foundText(found: number, all: number): string {
  if (found === 0) return 'No term fits. Try fewer letters, or another chapter.';
  if (found === all) return `${all} terms`;
  return found === 1 ? `1 of ${all} terms` : `${found} of ${all} terms`;
}

/** `wait_for`, `wait-for` and "wait for" are one. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** Brings the markup of `GlossaryFilter.astro` to life; the entries lie somewhere in `page`. */
export function startGlossaryFilter(form: HTMLFormElement, page: HTMLElement): void {
  const input = form.querySelector('input');
  const select = form.querySelector('select');
  const status = form.querySelector('[role=status]');
  const letters = [...form.querySelectorAll<HTMLElement>('[data-letter]')];
  const groups = [...page.querySelectorAll<HTMLElement>('[data-letter-group]')];
  const entries = [...page.querySelectorAll<HTMLElement>('[data-entry]')].map((element) => ({
    element,
    term: element.querySelector('h3')?.textContent.trim() ?? '',
    short: element.querySelector('[data-short]')?.textContent ?? '',
    chapter: element.dataset['chapter'] ?? '',
  }));
  if (!input || !select || !status) return;

  let letter = '';
  const apply = () => {
    const wanted = { words: input.value, letter, chapter: select.value };
    for (const entry of entries) entry.element.hidden = !isWanted(entry, wanted);
    for (const group of groups) group.hidden = !group.querySelector('[data-entry]:not([hidden])');
    for (const link of letters) {
      if (link.dataset['letter'] === letter) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    status.textContent = foundText(
      entries.filter(({ element }) => !element.hidden).length,
      entries.length,
    );
  };
  const set = (wanted: Wanted) => {
    input.value = wanted.words;
    select.value = wanted.chapter;
    letter = wanted.letter;
    apply();
  };
  /** A link to a term that is filtered away shows everything again. */
  const showTarget = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest<HTMLElement>('[data-entry]')?.hidden) return;
    set(EVERYTHING);
    target.scrollIntoView();
  };

  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-letter]');
    if (!link) return;
    event.preventDefault();
    letter = link.dataset['letter'] ?? '';
    apply();
  });
  addEventListener('hashchange', showTarget);
  // The browser may have kept what was typed.
  apply();
  showTarget();
}
