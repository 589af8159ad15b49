import { useEffect, useRef, useState } from 'preact/hooks';
import { browserStorage } from '../ui/browser-storage.ts';
import type { TabNews } from './merge-tabs.ts';
import type { Tabs } from './playground-tabs.ts';
import { createTabStore, TABS_KEY, type TabStore } from './tab-store.ts';

/** Long enough to spare a slow disk each keystroke, short enough that a crash costs a word. */
const SAVE_AFTER_MS = 300;

export interface KeptTabs {
  readonly state: Tabs;
  /** The browser does not keep the tabs; they last as long as the page. */
  readonly unsaved: boolean;
  update(change: (state: Tabs) => Tabs): void;
}

/**
 * The open programs, from the browser's storage and back into it.
 *
 * @param onNews told of what another window has done to them.
 */
export function useTabs(onNews: (news: readonly TabNews[]) => void): KeptTabs {
  const store = useRef<TabStore | null>(null);
  store.current ??= createTabStore(browserStorage('localStorage'));
  const [state, setState] = useState(() => (store.current as TabStore).load());
  const [unsaved, setUnsaved] = useState(false);
  const latest = useRef(state);
  const timer = useRef(0);
  const tell = useRef(onNews);
  tell.current = onNews;

  const look = () => {
    const merged = store.current?.merge(latest.current);
    if (!merged) return;
    latest.current = merged.state;
    setState(merged.state);
    if (merged.news.length > 0) tell.current(merged.news);
    if (merged.isUnkept) writeSoon();
  };
  const write = () => {
    if (timer.current === 0) return;
    clearTimeout(timer.current);
    timer.current = 0;
    look();
    clearTimeout(timer.current);
    timer.current = 0;
    setUnsaved(store.current?.save(latest.current) === false);
  };
  const writeSoon = () => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(write, SAVE_AFTER_MS);
  };

  useEffect(() => {
    const onStorage = ({ key }: StorageEvent) => {
      if (key === TABS_KEY) look();
    };
    addEventListener('storage', onStorage);
    addEventListener('pagehide', write);
    document.addEventListener('visibilitychange', write);
    return () => {
      removeEventListener('storage', onStorage);
      removeEventListener('pagehide', write);
      document.removeEventListener('visibilitychange', write);
      write();
    };
  }, []);

  return {
    state,
    unsaved,
    update(change) {
      latest.current = change(latest.current);
      setState(latest.current);
      writeSoon();
    },
  };
}
