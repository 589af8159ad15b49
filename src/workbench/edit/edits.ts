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
}

export interface EditStore {
  load(snippet: string, source: string): KeptEdits;
  /** `current: null` forgets. Says whether the edits will survive a reload. */
  save(snippet: string, source: string, edits: KeptEdits): boolean;
}

interface StoredEdits extends KeptEdits {
  /** Fingerprint of the source that `current` started from. */
  readonly source: string;
}

/** @param store null where the browser forbids storage. */
export function createEditStore(store: KeyValueStore | null): EditStore {
  const memory = new Map<string, StoredEdits>();
  return {
    load(snippet, source) {
      const stored = memory.get(snippet) ?? read(store, snippet);
      if (!stored) return { current: null, older: null };
      const { current, older } = stored;
      if (stored.source === hashText(source)) return { current, older };
      return { current: null, older: current ?? older };
    },
    save(snippet, source, edits) {
      const key = keyOf(snippet);
      if (edits.current === null && edits.older === null) {
        memory.delete(snippet);
        return attempt(() => store?.removeItem(key)) && store !== null;
      }
      const { current, older } = edits;
      const stored: StoredEdits = { source: hashText(source), current, older };
      memory.set(snippet, stored);
      return attempt(() => store?.setItem(key, JSON.stringify(stored))) && store !== null;
    },
  };
}

function keyOf(snippet: string): string {
  return `loopscope:edit:${snippet}`;
}

/** What another version of the site, or another site on this host, has written is no edit. */
function read(store: KeyValueStore | null, snippet: string): StoredEdits | null {
  try {
    const value: unknown = JSON.parse(store?.getItem(keyOf(snippet)) ?? 'null');
    return isStoredEdits(value) ? value : null;
  } catch {
    return null;
  }
}

function isStoredEdits(value: unknown): value is StoredEdits {
  if (typeof value !== 'object' || value === null) return false;
  const { source, current, older } = value as Partial<StoredEdits>;
  return typeof source === 'string' && isTextOrNull(current) && isTextOrNull(older);
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
