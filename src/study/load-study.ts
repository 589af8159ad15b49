/** Cards, questions and exercises, put together when the site is built. */
import { getCollection, getEntry } from 'astro:content';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { outputScript } from '../analysis/playback.ts';
import { loadGlossary } from '../course/glossary/load-glossary.ts';
import { loadSnippet } from '../course/snippet/load-snippet.ts';
import { courseChapters, placesIn } from '../course/units/course-chapters.ts';
import { highlightPython } from '../editor/highlight-python.ts';
import { checkReferences } from './cards/card-references.ts';
import { type Block, type Flashcard, flashcardOf } from './cards/flashcard.ts';
import type { FlashcardEntry } from './cards/flashcard-fields.ts';
import type { Exercise } from './exercises/exercise.ts';
import { type QuizQuestion, quizQuestionOf } from './quizzes/quiz.ts';
import type { QuizEntry } from './quizzes/quiz-fields.ts';

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
  const [chapters, files, { terms }] = await Promise.all([
    courseChapters(),
    getCollection('flashcards'),
    loadGlossary(),
  ]);
  const termIds = new Set(terms.map(({ id }) => id));
  const stray = files.find((file) => !chapters.some(({ slug }) => slug === file.id));
  if (stray) {
    throw new Error(
      `content/flashcards/${stray.id}.yaml: expected the name of a chapter ` +
        `(${chapters.map(({ slug }) => slug).join(', ')}), found "${stray.id}".`,
    );
  }
  const cards: Flashcard[] = [];
  for (const chapter of chapters) {
    const entries = files.find(({ id }) => id === chapter.slug)?.data.cards;
    if (!entries) continue;
    const places = await placesIn(chapter);
    checkReferences(chapter.slug, entries, { sections: [...places.keys()], terms: termIds });
    const read = (entry: FlashcardEntry) =>
      readCard(chapter.slug, entry, places.get(entry.section)?.href ?? '');
    cards.push(...(await Promise.all(entries.map(read))));
  }
  return cards;
}

async function readCard(
  chapter: string,
  entry: FlashcardEntry,
  taughtAt: string,
): Promise<Flashcard> {
  const name = 'snippet' in entry ? entry.snippet : undefined;
  const where = `content/flashcards/${chapter}.yaml, card "${entry.id}", snippet`;
  const snippet = name === undefined ? null : loadSnippet(name, where);
  const card = flashcardOf(
    chapter,
    entry,
    taughtAt,
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

/** The questions for a chapter's practice: all but those that close a lesson. */
export async function loadQuiz(chapter: string): Promise<ShownQuestion[]> {
  const file = await getEntry('quizzes', chapter);
  if (!file) {
    throw new Error(`<Quiz chapter="${chapter}">: expected content/quizzes/${chapter}.yaml.`);
  }
  const entries = file.data.questions.filter(({ closes }) => !closes);
  return Promise.all(entries.map((entry) => shownQuestion(chapter, entry)));
}

/**
 * One question that closes a lesson.
 *
 * @param id `chapter/id`
 * @param where who names it, for errors
 */
export async function loadQuestion(id: string, where: string): Promise<ShownQuestion> {
  const [chapter = '', name] = id.split('/');
  const file = await getEntry('quizzes', chapter);
  const entry = file?.data.questions.find((question) => question.id === name);
  if (!entry?.closes) {
    throw new Error(
      `${where}: expected a question of content/quizzes/${chapter}.yaml with closes: true, found "${id}".`,
    );
  }
  return shownQuestion(chapter, entry);
}

async function shownQuestion(chapter: string, entry: QuizEntry): Promise<ShownQuestion> {
  const where = `content/quizzes/${chapter}.yaml, question "${entry.id}", snippet`;
  const { source, trace } = loadSnippet(entry.snippet, where);
  const [code] = await coloured([
    { kind: 'code', source: source.trimEnd(), snippet: entry.snippet },
  ]);
  return { question: quizQuestionOf(chapter, entry, trace), code: code as Block };
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

/**
 * @param id `chapter/name`
 * @param where who names it, for errors
 */
export async function loadExercise(id: string, where: string): Promise<Exercise> {
  const [chapter = ''] = id.split('/');
  const found = (await loadExercises(chapter)).find((exercise) => exercise.id === id);
  if (!found) throw new Error(`${where}: expected an exercise at content/exercises/${id}/.`);
  return found;
}

function programOf(exercise: string, program: string): string {
  return readFileSync(resolve(`content/exercises/${exercise}/${program}.py`), 'utf8').trimEnd();
}
