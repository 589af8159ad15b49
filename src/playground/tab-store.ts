/**
 * The playground's tabs, kept in the browser from one visit to the next.
 *
 * Two windows may have the playground open. Each looks at what is kept before it writes, and whenever
 * the other has written, and merges that with what it has; see `merge-tabs.ts`.
 */
import { uniqueId } from '../ui/unique-id.ts';
import type { KeyValueStore } from '../workbench/edit/edits.ts';
import { type MergedTabs, mergeTabs } from './merge-tabs.ts';
import { newTabs, type Tab, type Tabs } from './playground-tabs.ts';

export const TABS_KEY = 'loopscope:playground';

export interface TabStore {
  /** The first program where nothing was kept. */
  load(): Tabs;
  /** What this window has, with what others have written since it last looked. */
  merge(own: Tabs): MergedTabs;
  /** Writes the tabs as they are. Says whether they will survive a reload. */
  save(tabs: Tabs): boolean;
}

interface Kept {
  readonly tabs: readonly Tab[];
  readonly activeId: string;
}

/** As long as a browser may take to tell one window what another has stored. */
const AT_ONCE_MS = 1_000;

/** @param store null where the browser forbids storage. */
export function createTabStore(
  store: KeyValueStore | null,
  newId = uniqueId,
  nowMs: () => number = Date.now,
): TabStore {
  /** As they were last read or written. */
  let base: ReadonlyMap<string, Tab> = new Map();
  let overwritten: { readonly tabs: ReadonlyMap<string, Tab>; readonly atMs: number } | null = null;
  const remember = (tabs: readonly Tab[]) => {
    base = new Map(tabs.map((tab) => [tab.id, tab]));
  };
  return {
    load() {
      const kept = read(store) ?? newTabs();
      remember(kept.tabs);
      return { ...kept, closed: null };
    },
    merge(own) {
      const kept = read(store);
      if (!kept) return { state: own, isUnkept: false, news: [] };
      const isFresh = overwritten !== null && nowMs() - overwritten.atMs < AT_ONCE_MS;
      const merged = mergeTabs({
        own,
        base,
        kept: kept.tabs,
        overwritten: isFresh ? (overwritten?.tabs ?? null) : null,
        newId,
      });
      remember(kept.tabs);
      return merged;
    },
    save({ tabs, activeId }) {
      try {
        store?.setItem(TABS_KEY, JSON.stringify({ tabs, activeId }));
      } catch {
        return false;
      }
      overwritten = { tabs: base, atMs: nowMs() };
      remember(tabs);
      return store !== null;
    },
  };
}

/** What another version of the site, or another site on this host, has written is left out. */
function read(store: KeyValueStore | null): Kept | null {
  try {
    const value: unknown = JSON.parse(store?.getItem(TABS_KEY) ?? 'null');
    const { tabs, activeId } = (value ?? {}) as Partial<Record<string, unknown>>;
    const readable = Array.isArray(tabs) ? tabs.filter(isTab).map(onlyTab) : [];
    const first = readable[0];
    if (!first) return null;
    const active = readable.find(({ id }) => id === activeId) ?? first;
    return { tabs: readable, activeId: active.id };
  } catch {
    return null;
  }
}

function isTab(value: unknown): value is Tab {
  if (typeof value !== 'object' || value === null) return false;
  const tab = value as Partial<Record<string, unknown>>;
  return ['id', 'name', 'source', 'args', 'seed'].every((field) => typeof tab[field] === 'string');
}

function onlyTab({ id, name, source, args, seed }: Tab): Tab {
  return { id, name, source, args, seed };
}
