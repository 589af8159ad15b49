/**
 * The reader's cards, kept in IndexedDB. An entry and the state that follows from it are written in
 * one transaction that reads the card's whole log first, so no tab can overwrite another's answer.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type CardRecord, type LogEntry, logsByCard, recordOf } from './cards/card-history.ts';
import { DEFAULT_SETTINGS, type StudySettings } from './cards/review-queue.ts';

export interface StudyStore {
  /** False where the browser keeps nothing: all is forgotten when the page is left. */
  readonly lasting: boolean;
  records(): Promise<CardRecord[]>;
  log(): Promise<LogEntry[]>;
  settings(): Promise<StudySettings>;
  /** Adds what is not there yet, all of it or nothing. Returns how many entries were added. */
  add(entries: readonly LogEntry[], settings?: StudySettings): Promise<number>;
  erase(): Promise<void>;
}

interface Schema extends DBSchema {
  log: { key: string; value: LogEntry; indexes: { card: string } };
  cards: { key: string; value: CardRecord };
  settings: { key: 'limits'; value: StudySettings };
}

const STUDY_DATABASE = 'loopscope-study';

/** @throws where the browser has no IndexedDB for this page. */
export async function openStudyStore(name: string = STUDY_DATABASE): Promise<StudyStore> {
  const database = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('log', { keyPath: 'id' }).createIndex('card', 'card');
      fresh.createObjectStore('cards', { keyPath: 'card' });
      fresh.createObjectStore('settings');
    },
  });
  return {
    lasting: true,
    records: () => database.getAll('cards'),
    log: () => database.getAll('log'),
    settings: async () => (await database.get('settings', 'limits')) ?? DEFAULT_SETTINGS,
    add: (entries, settings) => addTo(database, entries, settings),
    async erase() {
      const all = database.transaction(['log', 'cards', 'settings'], 'readwrite');
      await Promise.all([
        all.objectStore('log').clear(),
        all.objectStore('cards').clear(),
        all.objectStore('settings').clear(),
        all.done,
      ]);
    },
  };
}

async function addTo(
  database: IDBPDatabase<Schema>,
  entries: readonly LogEntry[],
  settings: StudySettings | undefined,
): Promise<number> {
  const all = database.transaction(['log', 'cards', 'settings'], 'readwrite');
  // Awaited below; where it fails before that, the reason is what was thrown there.
  all.done.catch(() => {});
  const log = all.objectStore('log');
  let added = 0;
  try {
    for (const [card, news] of logsByCard(entries)) {
      const before = await log.index('card').getAll(card);
      const known = new Map(before.map((entry) => [entry.id, entry]));
      for (const entry of news) {
        // An id is taken once, whichever card it is of.
        if (known.has(entry.id) || (await log.get(entry.id))) continue;
        known.set(entry.id, entry);
        await log.put(entry);
        added += 1;
      }
      await all.objectStore('cards').put(recordOf(card, [...known.values()]));
    }
    if (settings) await all.objectStore('settings').put(settings, 'limits');
  } catch (error) {
    abort(all);
    throw error;
  }
  await all.done;
  return added;
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // What failed has ended it already.
  }
}

/** For this visit only, what another store can no longer take: beginning with what that one has. */
export async function goOnWithout(full: StudyStore): Promise<StudyStore> {
  const visit = createVisitStore();
  await visit.add(await full.log(), await full.settings());
  return visit;
}

/** For browsers that keep nothing. */
export function createVisitStore(): StudyStore {
  const log = new Map<string, LogEntry>();
  let limits = DEFAULT_SETTINGS;
  return {
    lasting: false,
    records: async () =>
      [...logsByCard([...log.values()])].map(([card, entries]) => recordOf(card, entries)),
    log: async () => [...log.values()],
    settings: async () => limits,
    async add(entries, settings) {
      const before = log.size;
      for (const entry of entries) if (!log.has(entry.id)) log.set(entry.id, entry);
      if (settings) limits = settings;
      return log.size - before;
    },
    async erase() {
      log.clear();
      limits = DEFAULT_SETTINGS;
    },
  };
}
