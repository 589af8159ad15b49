/** What the study tools of a page share: the store, and the news between tabs. */
import { browserStorage } from '../../study/browser-storage.ts';
import type { LogEntry } from '../../study/card-history.ts';
import { createProgressStore, type ProgressStore } from '../../study/progress.ts';
import {
  createVisitStore,
  goOnWithout,
  openStudyStore,
  type StudyStore,
} from '../../study/study-store.ts';

let store: Promise<StudyStore> | null = null;
let progress: ProgressStore | null = null;

/** The page's one store; one for this visit only where the browser keeps nothing. */
export function sharedStudyStore(): Promise<StudyStore> {
  store ??= openStudyStore().catch(() => createVisitStore());
  return store;
}

export function sharedProgress(): ProgressStore {
  progress ??= createProgressStore(browserStorage('localStorage'));
  return progress;
}

const NEWS = 'loopscope-study';

/** Calls back when this tab or another one has changed what is kept. Returns what ends it. */
export function onStudyNews(listener: () => void): () => void {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NEWS);
  channel?.addEventListener('message', listener);
  document.addEventListener(NEWS, listener);
  return () => {
    channel?.close();
    document.removeEventListener(NEWS, listener);
  };
}

export function tellStudyNews(): void {
  document.dispatchEvent(new CustomEvent(NEWS));
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(NEWS);
  channel.postMessage('changed');
  channel.close();
}

/** Unique everywhere; `crypto.randomUUID` is not to be had on a plain-HTTP host. */
export function newEntryId(): string {
  const words = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(words, (word) => word.toString(36)).join('');
}

type WithoutIdentity<Entry> = Entry extends LogEntry ? Omit<Entry, 'id' | 'atMs'> : never;

/** Writes an entry of now, and says so. */
export async function writeEntry(entry: WithoutIdentity<LogEntry>): Promise<LogEntry> {
  const whole = { ...entry, id: newEntryId(), atMs: Date.now() } as LogEntry;
  const kept = await sharedStudyStore();
  try {
    await kept.add([whole]);
  } catch (error) {
    if (!kept.lasting) throw error;
    // Full, most likely. The reader is told by the pages that show what is kept.
    store = goOnWithout(kept);
    await (await store).add([whole]);
  }
  tellStudyNews();
  return whole;
}
