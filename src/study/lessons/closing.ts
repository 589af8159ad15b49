/** A lesson is done when what it ends with has been done: answered, or solved. */
import { browserStorage } from '../../ui/browser-storage.ts';
import { createProgressStore, isDone } from '../progress/progress.ts';
import { announceStudyNews, onStudyNews } from '../study-news.ts';

const progress = createProgressStore(browserStorage('localStorage'));

export function startClosings(): void {
  for (const closing of document.querySelectorAll<HTMLElement>('[data-closing]')) {
    const look = (fresh: boolean) => conclude(closing, fresh);
    look(false);
    onStudyNews(() => look(true));
  }
}

function conclude(closing: HTMLElement, fresh: boolean): void {
  const { closing: lesson = '', key = '', siblings = '' } = closing.dataset;
  const marks = progress.all();
  if (marks[key] !== undefined && !isDone(marks, lesson)) {
    progress.mark('read', lesson);
    announceStudyNews();
  }
  const now = progress.all();
  const note = closing.querySelector<HTMLElement>('.done');
  if (!note?.hidden || !isDone(now, lesson)) return;
  const lessons = siblings.split(' ');
  const done = lessons.filter((slug) => isDone(now, slug)).length;
  const count = closing.querySelector('[data-closing-count]');
  if (count) {
    count.textContent =
      done === lessons.length
        ? `That was the last of this chapter’s ${lessons.length}.`
        : `That is ${done} of this chapter’s ${lessons.length}.`;
  }
  note.toggleAttribute('data-fresh', fresh);
  note.hidden = false;
}
