/** On every page: notes what is read and run, and shows in the sidebar which chapters are read and how many cards are due. */
import { browserStorage } from '../../ui/browser-storage.ts';
import { showDue } from '../cards/show-due.ts';
import { followReading } from './follow-reading.ts';
import { createProgressStore, isOfProgress } from './progress.ts';

const progress = createProgressStore(browserStorage('localStorage'));

export function markProgress(chapter: string): void {
  showInSidebar();
  showDue();
  addEventListener('storage', (event) => {
    if (isOfProgress(event)) showInSidebar();
  });
  document.addEventListener('loopscope:run', (event) => {
    if (event instanceof CustomEvent) progress.mark('run', String(event.detail));
  });
  followReading(chapter, progress, () => {
    progress.mark('read', chapter);
    showInSidebar();
  });
}

function showInSidebar(): void {
  const read = progress.all();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav.sidebar a[href]')) {
    const slug = new URL(link.href).pathname.split('/').filter(Boolean).at(-1) ?? '';
    if (!read[`read/${slug}`] || link.dataset.read !== undefined) continue;
    link.dataset.read = '';
    const words = document.createElement('span');
    words.className = 'sr-only';
    words.textContent = ' (read)';
    link.append(words);
  }
}
