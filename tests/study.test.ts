/** Cards, quizzes and their places in the lessons agree with headings, glossary and recordings. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { recordSnippet, snippetNames } from '../src/cli/snippets.ts';
import { type UnitFile, unitFiles } from '../src/course/units/unit-files.ts';
import { createNodeSimulator } from '../src/simulator/hosts/node.ts';
import { flashcardFileFields } from '../src/study/cards/flashcard-fields.ts';
import { quizQuestionOf } from '../src/study/quizzes/quiz.ts';
import { quizFileFields } from '../src/study/quizzes/quiz-fields.ts';

const simulator = createNodeSimulator({ keepSpare: true });
afterAll(() => simulator.dispose());

const snippets = await snippetNames();
const terms = namesIn('content/glossary');
const units = unitFiles(new URL('../content/chapters/', import.meta.url));

/** Without their endings. */
function namesIn(folder: string): string[] {
  return readdirSync(folder).map((file) => file.replace(/\.\w+$/, ''));
}

function unitsOf(chapter: string): UnitFile[] {
  const own = units.filter((unit) => unit.chapter === chapter);
  if (own.length === 0) throw new Error(`expected a chapter at the address "${chapter}"`);
  return own;
}

function textOf(chapter: string): string {
  return unitsOf(chapter)
    .map(({ file }) => readFileSync(`content/chapters/${file}`, 'utf8'))
    .join('\n');
}

/** `"gather: all results, in order"` gives `gather-all-results-in-order`, as its heading's address. */
function addressOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}

function entriesOf(file: string): unknown {
  return parse(readFileSync(file, 'utf8'));
}

describe.each(namesIn('content/flashcards'))('cards of %s', (chapter) => {
  const { cards } = flashcardFileFields.parse(entriesOf(`content/flashcards/${chapter}.yaml`));

  it('belong to lessons that the chapter has, or to headings in them', () => {
    const headings = textOf(chapter).match(/^##+ .*$/gm) ?? [];
    const addresses = [
      ...headings.map((heading) => addressOf(heading.replace(/^#+ /, ''))),
      ...unitsOf(chapter).map(({ slug }) => slug.slice(chapter.length + 1)),
    ];
    expect(cards.filter(({ section }) => !addresses.includes(section))).toEqual([]);
  });

  it('name terms of the glossary', () => {
    expect(cards.flatMap((card) => card.terms).filter((id) => !terms.includes(id))).toEqual([]);
  });

  it('show snippets that there are', () => {
    const shown = cards.flatMap((card) => ('snippet' in card && card.snippet) || []);
    expect(shown.filter((name) => !snippets.includes(name))).toEqual([]);
  });

  it('are known wherever the chapter shows some', () => {
    const known = cards.map(({ id }) => `${chapter}/${id}`);
    const lists = [...textOf(chapter).matchAll(/<Cards ids=\{\[([^\]]*)\]\}/g)];
    const shown = lists.flatMap(([, list]) => list?.match(/[a-z0-9-]+\/[a-z0-9-]+/g) ?? []);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((id) => !known.includes(id))).toEqual([]);
  });
});

describe.each(namesIn('content/quizzes'))('quiz of %s', (chapter) => {
  const { questions } = quizFileFields.parse(entriesOf(`content/quizzes/${chapter}.yaml`));

  it.each(questions)('$id agrees with its recording', async (entry) => {
    const trace = await recordSnippet(entry.snippet, simulator);
    expect(() => quizQuestionOf(chapter, entry, trace)).not.toThrow();
  });
});
