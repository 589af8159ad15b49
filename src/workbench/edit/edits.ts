/**
 * The reader's edits of snippets, kept in the browser from one visit to the next.
 *
 * An edit is stored with a fingerprint of the source that it started from. When the snippet has
 * changed since, the edit is not applied but kept aside as the older one, for the page to offer.
 * Where storage is full or forbidden, edits live as long as the page.
 */
import { hashText } from '../../ui/hash-text.ts';

/** The part of `Storage` that is needed. */
export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface KeptEdits {
  /** The edit of the snippet as it is now. */
  readonly current: string | null;
  /** The edit of an earlier version of it. */
  readonly older: string | null;
  /** Edits of it as it is now that were made in other windows at the same time. */
  readonly others: readonly string[];
}

export const NO_EDITS: KeptEdits = { current: null, older: null, others: [] };

export interface EditStore {
  load(snippet: string, source: string): KeptEdits;
  /** Without any edits it forgets. Says whether the edits will survive a reload. */
  save(snippet: string, source: string, edits: KeptEdits): boolean;
}

interface StoredEdits extends KeptEdits {
  /** Fingerprint of the source that `current` started from. */
  readonly source: string;
}

/** @param store null where the browser forbids storage. */
export function createEditStore(store: KeyValueStore | null): EditStore {
  /** What the browser would not take. */
  const memory = new Map<string, StoredEdits>();
  return {
    load(snippet, source) {
      const stored = memory.get(snippet) ?? read(store, snippet);
      if (!stored) return NO_EDITS;
      const { current, older, others } = stored;
      if (stored.source === hashText(source)) return { current, older, others };
      return { current: null, older: current ?? older, others };
    },
    save(snippet, source, edits) {
      const key = editKeyOf(snippet);
      const { current, older, others } = edits;
      const stored: StoredEdits = { source: hashText(source), current, older, others };
      const isNothing = current === null && older === null && others.length === 0;
      const isKept =
        store !== null &&
        attempt(() =>
          isNothing ? store.removeItem(key) : store.setItem(key, JSON.stringify(stored)),
        );
      if (isKept || isNothing) memory.delete(snippet);
      else memory.set(snippet, stored);
      return isKept;
    },
  };
}

export function editKeyOf(snippet: string): string {
  return `loopscope:edit:${snippet}`;
}

/** What another version of the site, or another site on this host, has written is no edit. */
function read(store: KeyValueStore | null, snippet: string): StoredEdits | null {
  try {
    const value: unknown = JSON.parse(store?.getItem(editKeyOf(snippet)) ?? 'null');
    return isStoredEdits(value) ? { ...value, others: textsIn(value.others) } : null;
  } catch {
    return null;
  }
}

function isStoredEdits(value: unknown): value is StoredEdits {
  if (typeof value !== 'object' || value === null) return false;
  const { source, current, older } = value as Partial<StoredEdits>;
  return typeof source === 'string' && isTextOrNull(current) && isTextOrNull(older);
}

/** There were none in what an earlier version of the site has written. */
function textsIn(others: unknown): readonly string[] {
  return Array.isArray(others) ? others.filter((text) => typeof text === 'string') : [];
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

/** Storage throws when it is full, in private windows, and under strict settings. */
function attempt(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
