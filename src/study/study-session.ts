/** What the study tools of a page share: the reader's cards and progress, as this browser keeps them. */
import { browserStorage } from '../ui/browser-storage.ts';
import { uniqueId } from '../ui/unique-id.ts';
import { LATEST_MS, type LogEntry } from './cards/card-history.ts';
import { createProgressStore, type ProgressStore } from './progress/progress.ts';
import { announceStudyNews } from './study-news.ts';
import { createVisitStore, goOnWithout, openStudyStore, type StudyStore } from './study-store.ts';

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

type WithoutIdentity<Entry> = Entry extends LogEntry ? Omit<Entry, 'id' | 'atMs'> : never;

/** Writes entries of now, all or none, and says so. */
export async function writeEntries(
  entries: readonly WithoutIdentity<LogEntry>[],
): Promise<LogEntry[]> {
  const atMs = Math.min(Date.now(), LATEST_MS);
  const whole = entries.map((entry) => ({ ...entry, id: uniqueId(), atMs }) as LogEntry);
  const kept = await sharedStudyStore();
  try {
    await kept.add(whole);
  } catch (error) {
    if (!kept.lasting) throw error;
    // Full, most likely. The reader is told by the pages that show what is kept.
    store = goOnWithout(kept);
    await (await store).add(whole);
  }
  announceStudyNews();
  return whole;
}

export async function writeEntry(entry: WithoutIdentity<LogEntry>): Promise<LogEntry> {
  const [written] = await writeEntries([entry]);
  return written as LogEntry;
}
