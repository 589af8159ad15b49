/** On every page: how many cards are due, beside the link that leads to them. */

import { browserStorage } from '../../ui/browser-storage.ts';
import { dueNow, keptAgenda } from './agenda.ts';

/** Sent to the document once the agenda has been written anew in this tab. */
export const AGENDA_NEWS = 'loopscope-agenda';

const EVERY_MS = 60_000;

/** Shows the count, and keeps it true while the page is open. */
export function showDue(): void {
  show();
  document.addEventListener(AGENDA_NEWS, show);
  document.addEventListener('visibilitychange', show);
  addEventListener('storage', show);
  setInterval(show, EVERY_MS);
}

function show(): void {
  const agenda = keptAgenda(browserStorage('localStorage'));
  const due = agenda ? dueNow(agenda, Date.now()) : 0;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    'nav.sidebar a[href$="/flashcards/"]',
  )) {
    let badge = link.querySelector<HTMLElement>('.study-due');
    if (due === 0) {
      badge?.remove();
      continue;
    }
    if (!badge) {
      badge = document.createElement('span');
      badge.className = 'study-due';
      link.append(badge);
    }
    const text = ` ${due} due`;
    if (badge.textContent !== text) badge.textContent = text;
  }
}
