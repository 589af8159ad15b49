import { useEffect, useRef, useState } from 'preact/hooks';
import { browserStorage } from '../ui/browser-storage.ts';
import { uniqueId } from '../ui/unique-id.ts';
import { newTabs, type Tabs } from './playground-tabs.ts';
import { createTabStore, type TabStore } from './tab-store.ts';

/** Long enough to spare a slow disk each keystroke, short enough that a crash costs a word. */
const SAVE_AFTER_MS = 300;

export interface KeptTabs {
  readonly state: Tabs;
  /** The browser does not keep the tabs; they last as long as the page. */
  readonly unsaved: boolean;
  update(change: (state: Tabs) => Tabs): void;
}

/** The open programs, from the browser's storage and back into it. */
export function useTabs(): KeptTabs {
  const store = useRef<TabStore | null>(null);
  store.current ??= createTabStore(browserStorage('localStorage'));
  const [state, setState] = useState(() => store.current?.load() ?? newTabs(uniqueId()));
  const [unsaved, setUnsaved] = useState(false);
  const latest = useRef(state);
  const timer = useRef(0);

  const write = () => {
    if (timer.current === 0) return;
    clearTimeout(timer.current);
    timer.current = 0;
    setUnsaved(store.current?.save(latest.current) === false);
  };

  useEffect(() => {
    addEventListener('pagehide', write);
    document.addEventListener('visibilitychange', write);
    return () => {
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
      clearTimeout(timer.current);
      timer.current = window.setTimeout(write, SAVE_AFTER_MS);
    },
  };
}
