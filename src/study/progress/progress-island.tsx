import { useEffect, useState } from 'preact/hooks';
import { pagePath } from '../../ui/page-path.ts';
import { deckCounts } from '../cards/review-queue.ts';
import { onStudyNews } from '../study-news.ts';
import { sharedProgress } from '../study-session.ts';
import { useKept, useNow } from '../use-study.ts';
import { VisitOnly } from '../visit-only.tsx';
import { KeptFiles } from './kept-files.tsx';
import { countMarked, isDone, type Progress } from './progress.ts';

/** A chapter, and the ids of all in it that can be done. */
export interface ChapterParts {
  readonly slug: string;
  readonly title: string;
  readonly lessons: readonly string[];
  readonly snippets: readonly string[];
  readonly questions: readonly string[];
  readonly exercises: readonly string[];
  readonly cards: readonly string[];
}

/** How far the reader has come, chapter by chapter. Before that is known, all has its place already. */
export function ProgressIsland({ course }: { readonly course: readonly ChapterParts[] }) {
  const kept = useKept();
  const nowMs = useNow();
  const [progress, setProgress] = useState<Progress>({});
  useEffect(() => {
    const read = () => setProgress(sharedProgress().all());
    read();
    return onStudyNews(read);
  }, []);
  const known = (text: string | number) => (kept ? text : '');
  const part = (done: number, of: number) => (of === 0 ? '–' : known(`${done} of ${of}`));
  const dueOf = (cards: readonly string[]) =>
    kept ? deckCounts({ cards, ...kept, nowMs }).due : 0;
  const lessons = course.flatMap((chapter) => chapter.lessons);
  const countDone = (slugs: readonly string[]) =>
    slugs.filter((slug) => isDone(progress, slug)).length;
  const due = dueOf(course.flatMap(({ cards }) => cards));
  const isEmpty = Object.keys(progress).every((key) => key.startsWith('opened/')) && due === 0;
  return (
    <div data-ready={kept !== null || undefined}>
      {kept && !(kept.lasting && sharedProgress().lasting) && <VisitOnly />}
      <p class="study-so-far">
        {!kept
          ? 'Your progress is being read.'
          : isEmpty
            ? 'Nothing yet: what you do in the lessons shows here by itself.'
            : `${countDone(lessons)} of ${lessons.length} lessons done. `}
        {due > 0 && (
          <a href={pagePath('flashcards/')}>{due === 1 ? '1 card' : `${due} cards`} to repeat</a>
        )}
      </p>
      <div class="study-scroll">
        <table class="study-decks study-progress">
          <caption class="sr-only">Progress by chapter</caption>
          <thead>
            <tr>
              <th scope="col">Chapter</th>
              <th scope="col">Lessons done</th>
              <th scope="col">Snippets run</th>
              <th scope="col">Questions right</th>
              <th scope="col">Exercises solved</th>
              <th scope="col">Cards due</th>
            </tr>
          </thead>
          <tbody>
            {course.map(({ slug, title, lessons, snippets, questions, exercises, cards }) => (
              <tr key={slug} data-chapter={slug}>
                <th scope="row">
                  <a href={pagePath(`${slug}/`)}>{title}</a>
                </th>
                <td data-count="read" data-label="Lessons done">
                  {part(countDone(lessons), lessons.length)}
                </td>
                <td data-count="run" data-label="Snippets run">
                  {part(countMarked(progress, 'run', snippets), snippets.length)}
                </td>
                <td data-count="quiz" data-label="Questions right">
                  {part(countMarked(progress, 'quiz', questions, 'right'), questions.length)}
                </td>
                <td data-count="exercise" data-label="Exercises solved">
                  {part(countMarked(progress, 'exercise', exercises), exercises.length)}
                </td>
                <td data-count="due" data-label="Cards due">
                  {cards.length === 0 ? '–' : known(dueOf(cards))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <KeptFiles />
    </div>
  );
}
