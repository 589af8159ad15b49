import { useEffect, useReducer, useState } from 'preact/hooks';
import { browserStorage } from '../ui/browser-storage.ts';
import { pagePath } from '../ui/page-path.ts';
import { keepAgenda } from './cards/agenda.ts';
import type { Flashcard } from './cards/flashcard.ts';
import { agendaOf, type Records, type StudySettings } from './cards/review-queue.ts';
import { AGENDA_NEWS } from './cards/show-due.ts';
import { onStudyNews } from './study-news.ts';
import { sharedStudyStore } from './study-session.ts';

export interface CardCatalogue {
  readonly chapters: readonly { readonly slug: string; readonly title: string }[];
  readonly cards: readonly Flashcard[];
}

export interface Kept {
  readonly records: Records;
  readonly settings: StudySettings;
  readonly lasting: boolean;
  /** Resolves once what has been written by now is in here. */
  readonly settled: () => Promise<void>;
}

/** What the browser keeps, read anew whenever any tab changes it; null until it has been read. */
export function useKept(): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    let reading: Promise<void> = Promise.resolve();
    const settled = async () => {
      for (let seen: Promise<void> | null = null; seen !== reading; ) {
        seen = reading;
        await seen;
      }
    };
    const readOnce = async () => {
      const store = await sharedStudyStore();
      const [known, settings] = await Promise.all([store.records(), store.settings()]);
      const records = new Map(known.map((record) => [record.card, record]));
      setKept({ records, settings, lasting: store.lasting, settled });
      if (!store.lasting) return;
      keepAgenda(
        browserStorage('localStorage'),
        agendaOf({ records, settings, nowMs: Date.now() }),
      );
      document.dispatchEvent(new CustomEvent(AGENDA_NEWS));
    };
    // One after another, so that an older state can never come after a newer one.
    const read = () => {
      reading = reading.then(readOnce, readOnce);
    };
    read();
    return onStudyNews(read);
  }, []);
  return kept;
}

/** The time; draws anew each half minute, so that what has come due shows. */
export function useNow(): number {
  const [, redraw] = useReducer<number, undefined>((times) => times + 1, 0);
  useEffect(() => {
    const tick = () => redraw(undefined);
    const timer = setInterval(tick, 30_000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  return Date.now();
}

export async function fetchCatalogue(): Promise<CardCatalogue> {
  const response = await fetch(pagePath('flashcards/cards.json'));
  if (!response.ok) throw new Error(`The cards could not be loaded (status ${response.status}).`);
  return response.json();
}
