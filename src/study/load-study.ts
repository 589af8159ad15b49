/** Cards, questions and exercises, put together when the site is built. */
import { getCollection, getEntry, render } from 'astro:content';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { outputScript } from '../analysis/playback.ts';
import { courseChapters } from '../course/chapter/course-chapters.ts';
import { loadGlossary } from '../course/glossary/load-glossary.ts';
import { loadSnippet } from '../course/snippet/load-snippet.ts';
import { highlightPython } from '../editor/highlight-python.ts';
import { checkReferences } from './cards/card-references.ts';
import { type Block, type Flashcard, flashcardOf } from './cards/flashcard.ts';
import type { FlashcardEntry } from './cards/flashcard-fields.ts';
import type { Exercise } from './exercises/exercise.ts';
import { type QuizQuestion, quizQuestionOf } from './quizzes/quiz.ts';

let loaded: Promise<Flashcard[]> | null = null;

/**
 * Every card, chapter by chapter, as the author put them.
 *
 * @throws Error naming the file and the field that refers to nothing.
 */
export function loadFlashcards(): Promise<Flashcard[]> {
  // While authors write, each page reads them anew.
  if (import.meta.env.DEV) return readFlashcards();
  loaded ??= readFlashcards();
  return loaded;
}

async function readFlashcards(): Promise<Flashcard[]> {
  const [pages, files, { terms }] = await Promise.all([
    getCollection('docs'),
    getCollection('flashcards'),
    loadGlossary(),
  ]);
  const termIds = new Set(terms.map(({ id }) => id));
  const stray = files.find((file) => !pages.some(({ id }) => id === file.id));
  if (stray) {
    throw new Error(
      `content/flashcards/${stray.id}.yaml: expected the name of a chapter ` +
        `(${pages.map(({ id }) => id).join(', ')}), found "${stray.id}".`,
    );
  }
  const cards: Flashcard[] = [];
  for (const { slug } of await courseChapters()) {
    const entries = files.find(({ id }) => id === slug)?.data.cards;
    const page = pages.find(({ id }) => id === slug);
    if (!entries || !page) continue;
    const sections = (await render(page)).headings.map((heading) => heading.slug);
    checkReferences(slug, entries, { sections, terms: termIds });
    cards.push(...(await Promise.all(entries.map((entry) => readCard(slug, entry)))));
  }
  return cards;
}

async function readCard(chapter: string, entry: FlashcardEntry): Promise<Flashcard> {
  const name = 'snippet' in entry ? entry.snippet : undefined;
  const where = `content/flashcards/${chapter}.yaml, card "${entry.id}", snippet`;
  const snippet = name === undefined ? null : loadSnippet(name, where);
  const card = flashcardOf(
    chapter,
    entry,
    snippet && { ...snippet, script: outputScript(snippet.trace) },
  );
  return { ...card, front: await coloured(card.front), back: await coloured(card.back) };
}

function coloured(blocks: readonly Block[]): Promise<Block[]> {
  return Promise.all(
    blocks.map(async (block) =>
      block.kind === 'code' ? { ...block, html: await highlightPython(block.source) } : block,
    ),
  );
}

export interface ShownQuestion {
  readonly question: QuizQuestion;
  readonly code: Block;
}

export async function loadQuiz(chapter: string): Promise<ShownQuestion[]> {
  const file = await getEntry('quizzes', chapter);
  if (!file) {
    throw new Error(`<Quiz chapter="${chapter}">: expected content/quizzes/${chapter}.yaml.`);
  }
  return Promise.all(
    file.data.questions.map(async (entry) => {
      const where = `content/quizzes/${chapter}.yaml, question "${entry.id}", snippet`;
      const { source, trace } = loadSnippet(entry.snippet, where);
      const [code] = await coloured([
        { kind: 'code', source: source.trimEnd(), snippet: entry.snippet },
      ]);
      return { question: quizQuestionOf(chapter, entry, trace), code: code as Block };
    }),
  );
}

export async function loadExercises(chapter: string): Promise<Exercise[]> {
  const entries = (await getCollection('exercises')).filter(({ id }) =>
    id.startsWith(`${chapter}/`),
  );
  if (entries.length === 0) {
    throw new Error(`<Exercises chapter="${chapter}">: expected content/exercises/${chapter}/.`);
  }
  return entries
    .map(({ id, data: { wrong: _, ...data } }) => ({
      ...data,
      id,
      starter: programOf(id, 'starter'),
      solution: programOf(id, 'solution'),
    }))
    .sort((a, b) => a.order - b.order);
}

function programOf(exercise: string, program: string): string {
  return readFileSync(resolve(`content/exercises/${exercise}/${program}.py`), 'utf8').trimEnd();
}
