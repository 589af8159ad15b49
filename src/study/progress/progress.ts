/**
 * How far the reader has come: the lesson opened last, lessons done, snippets run, questions answered,
 * exercises solved.
 * Each mark has an entry of its own in the browser's storage, so two tabs cannot lose each other's.
 */
import type { KeyValueStore } from '../../workbench/edit/edits.ts';

/** `seen` is of sections: nothing notes it, but what readers keep and export may have it. */
const PROGRESS_KINDS = ['opened', 'read', 'run', 'quiz', 'exercise', 'seen'] as const;
export type ProgressKind = (typeof PROGRESS_KINDS)[number];

/**
 * `kind/id` to what is known of it: `right` or `wrong` for a question, the address for the lesson
 * opened last, else `done`.
 */
export type Progress = Readonly<Record<string, string>>;

const PREFIX = 'loopscope:progress:';

type ListedStore = KeyValueStore & Pick<Storage, 'key' | 'length'>;

export interface ProgressStore {
  /** False where the browser keeps nothing. */
  readonly lasting: boolean;
  all(): Progress;
  mark(kind: ProgressKind, id: string, value?: string): void;
  add(progress: Progress): void;
  erase(): void;
}

/** @param store null where the browser forbids storage. */
export function createProgressStore(store: ListedStore | null): ProgressStore {
  const visit = new Map<string, string>();
  let lasting = store !== null;

  const put = (key: string, value: string) => {
    visit.set(key, value);
    try {
      store?.setItem(PREFIX + key, value);
    } catch {
      lasting = false;
    }
  };
  const kept = () => {
    if (!store) return [];
    const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
    return keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  };

  return {
    get lasting() {
      return lasting;
    },
    all() {
      const found = Object.fromEntries(
        kept().map((key) => [key, store?.getItem(PREFIX + key) ?? '']),
      );
      return lasting ? found : { ...found, ...Object.fromEntries(visit) };
    },
    mark: (kind, id, value = 'done') => put(`${kind}/${id}`, value),
    add(progress) {
      const before = this.all();
      for (const [key, value] of Object.entries(progress)) {
        // What was right here is not made wrong by what an older file says.
        if (before[key] !== 'right') put(key, value);
      }
    },
    erase() {
      for (const key of kept()) store?.removeItem(PREFIX + key);
      visit.clear();
    },
  };
}

/** Whether a unit is done: by a mark of its own, or by one of its whole chapter. */
export function isDone(progress: Progress, slug: string): boolean {
  const [chapter] = slug.split('/');
  return progress[`read/${slug}`] !== undefined || progress[`read/${chapter}`] !== undefined;
}

/** Whether another tab has changed a mark, or erased all that is stored. */
export function isOfProgress({ key }: Pick<StorageEvent, 'key'>): boolean {
  return key === null || key.startsWith(PREFIX);
}

/** `"read/coroutines"` is one. */
export function isProgressKey(key: string): boolean {
  const kind = key.slice(0, key.indexOf('/'));
  return (PROGRESS_KINDS as readonly string[]).includes(kind) && key.length > kind.length + 1;
}

/** How many of the given ids have been marked; with a value, marked so. */
export function countMarked(
  progress: Progress,
  kind: ProgressKind,
  ids: readonly string[],
  value?: string,
): number {
  return ids.filter((id) => {
    const found = progress[`${kind}/${id}`];
    return found !== undefined && (value === undefined || found === value);
  }).length;
}
