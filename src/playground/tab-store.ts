/**
 * The playground's tabs, kept in the browser from one visit to the next.
 *
 * Two windows may have the playground open. Each writes only the tabs that it changed, and keeps
 * those that the other has opened: whoever saves last takes nothing from the other.
 */
import type { KeyValueStore } from '../workbench/edit/edits.ts';
import type { Tab, Tabs } from './playground-tabs.ts';

const KEY = 'loopscope:playground';

export interface TabStore {
  /** Null where nothing was kept. */
  load(): Tabs | null;
  /** Says whether the tabs will survive a reload. */
  save(state: Tabs): boolean;
}

interface Kept {
  readonly tabs: readonly Tab[];
  readonly activeId: string;
}

/** @param store null where the browser forbids storage. */
export function createTabStore(store: KeyValueStore | null): TabStore {
  /** The tabs of this window, as they were last read or written. */
  let known = new Map<string, Tab>();
  const remember = (tabs: readonly Tab[]) => {
    known = new Map(tabs.map((tab) => [tab.id, tab]));
  };
  return {
    load() {
      const kept = read(store);
      if (!kept) return null;
      remember(kept.tabs);
      return { ...kept, closed: null };
    },
    save({ tabs, activeId }) {
      const kept = new Map(read(store)?.tabs.map((tab) => [tab.id, tab]));
      const own = tabs.map((tab) =>
        sameTab(known.get(tab.id), tab) ? (kept.get(tab.id) ?? tab) : tab,
      );
      const ids = new Set([...tabs.map(({ id }) => id), ...known.keys()]);
      const others = [...kept.values()].filter(({ id }) => !ids.has(id));
      try {
        store?.setItem(KEY, JSON.stringify({ tabs: [...own, ...others], activeId }));
      } catch {
        return false;
      }
      remember(tabs);
      return store !== null;
    },
  };
}

function sameTab(one: Tab | undefined, other: Tab): boolean {
  return (
    one !== undefined &&
    one.name === other.name &&
    one.source === other.source &&
    one.args === other.args &&
    one.seed === other.seed
  );
}

/** What another version of the site, or another site on this host, has written is left out. */
function read(store: KeyValueStore | null): Kept | null {
  try {
    const value: unknown = JSON.parse(store?.getItem(KEY) ?? 'null');
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
