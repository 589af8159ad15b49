/** Cards, questions and exercises, put together when the site is built. */
import { getCollection, getEntry, render } from 'astro:content';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { highlightPython } from '../../editor/highlight-python.ts';
import { outputScript } from '../../recording/playback.ts';
import type { Exercise } from '../../study/exercise.ts';
import { type Block, type Flashcard, flashcardOf } from '../../study/flashcard.ts';
import type { FlashcardEntry } from '../../study/flashcard-fields.ts';
import { type QuizQuestion, quizQuestionOf } from '../../study/quiz.ts';
import { chapterFiles } from '../chapter/chapter-files.ts';
import { loadSnippet } from '../snippet/load-snippet.ts';

export interface StudyChapter {
  readonly slug: string;
  readonly title: string;
}

/** The chapters in the order of the course. */
export async function loadStudyChapters(): Promise<StudyChapter[]> {
  const files = chapterFiles(new URL(`file://${resolve('content/chapters')}/`));
  const pages = await getCollection('docs');
  return files.map(({ slug }) => ({
    slug,
    title: pages.find(({ id }) => id === slug)?.data.title ?? slug,
  }));
}

/**
 * Every card, chapter by chapter, as the author put them.
 *
 * @throws Error naming the file and the field that refers to nothing.
 */
export async function loadFlashcards(): Promise<Flashcard[]> {
  const chapters = await loadStudyChapters();
  const files = await getCollection('flashcards');
  const cards: Flashcard[] = [];
  for (const { slug } of chapters) {
    const entries = files.find(({ id }) => id === slug)?.data.cards ?? [];
    await refuseStrayReferences(slug, entries);
    for (const entry of entries) {
      const name = 'snippet' in entry ? entry.snippet : undefined;
      const snippet = name === undefined ? null : loadSnippet(name);
      const card = flashcardOf(
        slug,
        entry,
        snippet && { ...snippet, script: outputScript(snippet.recording) },
      );
      cards.push({ ...card, front: await coloured(card.front), back: await coloured(card.back) });
    }
  }
  return cards;
}

/** @throws Error where a card names a heading that its chapter lacks, or a term that nobody defines. */
async function refuseStrayReferences(
  chapter: string,
  cards: readonly FlashcardEntry[],
): Promise<void> {
  const page = await getEntry('docs', chapter);
  const headings = page ? (await render(page)).headings.map(({ slug }) => slug) : [];
  const terms = (await getCollection('glossary')).map(({ id }) => id);
  for (const card of cards) {
    const where = `content/flashcards/${chapter}.yaml, card "${card.id}"`;
    if (!headings.includes(card.section)) {
      throw new Error(
        `${where}, section: expected the address of a heading of the chapter (${headings.join(', ')}), found "${card.section}".`,
      );
    }
    const stray = card.terms.find((term) => !terms.includes(term));
    if (stray !== undefined) {
      throw new Error(`${where}, terms: expected terms of content/glossary/, found "${stray}".`);
    }
  }
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
      const { source, recording } = loadSnippet(entry.snippet);
      const [code] = await coloured([
        { kind: 'code', source: source.trimEnd(), snippet: entry.snippet },
      ]);
      return { question: quizQuestionOf(chapter, entry, recording), code: code as Block };
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
