/**
 * On every page: notes what is opened and run, and shows at each link to a lesson whether it is
 * done, where the reader goes on, and how many cards are due.
 */
import { type LessonStep, nextLesson } from '../../course/units/next-lesson.ts';
import { browserStorage } from '../../ui/browser-storage.ts';
import { pagePath } from '../../ui/page-path.ts';
import { showDue } from '../cards/show-due.ts';
import { onStudyNews } from '../study-news.ts';
import { createProgressStore, isDone } from './progress.ts';

const progress = createProgressStore(browserStorage('localStorage'));

/** @param lesson the address of the lesson that the page is; null for any other page */
export function markProgress(lesson: string | null): void {
  if (lesson !== null) progress.mark('opened', 'lesson', lesson);
  show();
  showDue();
  onStudyNews(show);
  document.addEventListener('loopscope:run', (event) => {
    if (event instanceof CustomEvent) progress.mark('run', String(event.detail));
  });
}

function show(): void {
  const marks = progress.all();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-unit]')) {
    showDone(link, isDone(marks, link.dataset.unit ?? ''));
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-continue]')) {
    const steps: readonly LessonStep[] = JSON.parse(link.dataset.continue ?? '[]');
    const next = nextLesson(steps, (slug) => isDone(marks, slug), marks['opened/lesson']);
    const [verb, title] = [link.querySelector('b'), link.querySelector('span')];
    if (!next || !verb || !title) continue;
    link.href = pagePath(`${next.step.slug}/`);
    verb.textContent = next.begun ? 'Continue' : 'Start';
    title.textContent = next.step.title;
  }
}

function showDone(link: HTMLAnchorElement, done: boolean): void {
  if (done === (link.dataset.read !== undefined)) return;
  if (!done) {
    delete link.dataset.read;
    link.querySelector('.sr-only')?.remove();
    return;
  }
  link.dataset.read = '';
  const words = document.createElement('span');
  words.className = 'sr-only';
  words.textContent = ' (done)';
  link.append(words);
}
