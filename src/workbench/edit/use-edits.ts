import { useEffect, useRef, useState } from 'preact/hooks';
import { browserStorage } from '../../ui/browser-storage.ts';
import { createEditStore, type EditStore, type KeptEdits } from './edits.ts';

/** Long enough to spare a slow disk each keystroke, short enough that a crash costs a word. */
const SAVE_AFTER_MS = 300;

let sharedStore: EditStore | null = null;

function editStore(): EditStore {
  sharedStore ??= createEditStore(browserStorage('localStorage'));
  return sharedStore;
}

export interface Edits {
  readonly text: string;
  readonly edited: boolean;
  /** An edit that was made before the snippet itself changed. */
  readonly older: string | null;
  /** What Reset threw away, until the next edit. */
  readonly beforeReset: string | null;
  /** The browser does not keep edits; they last as long as the page. */
  readonly unsaved: boolean;
  change(text: string): void;
  /** Sets the text back to the source; `undoReset` gives the edit back. */
  reset(): void;
  undoReset(): void;
  adoptOlder(): void;
  discardOlder(): void;
}

/** The reader's text of a snippet. Begins as the source, and is what was kept once in a browser. */
export function useEdits(snippet: string, source: string): Edits {
  const [text, setText] = useState(source);
  const [older, setOlder] = useState<string | null>(null);
  const [beforeReset, setBeforeReset] = useState<string | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const unwritten = useRef<KeptEdits | null>(null);
  const timer = useRef(0);

  const write = () => {
    clearTimeout(timer.current);
    const edits = unwritten.current;
    unwritten.current = null;
    if (!edits) return;
    const kept = editStore().save(snippet, source, edits);
    setUnsaved(!kept && edits.current !== null);
  };

  const keep = (nextText: string, nextOlder: string | null) => {
    setText(nextText);
    setOlder(nextOlder);
    unwritten.current = { current: nextText === source ? null : nextText, older: nextOlder };
    clearTimeout(timer.current);
    timer.current = window.setTimeout(write, SAVE_AFTER_MS);
  };

  useEffect(() => {
    const kept = editStore().load(snippet, source);
    if (kept.current !== null) setText(kept.current);
    setOlder(kept.older);
    const writeNow = () => write();
    addEventListener('pagehide', writeNow);
    document.addEventListener('visibilitychange', writeNow);
    return () => {
      removeEventListener('pagehide', writeNow);
      document.removeEventListener('visibilitychange', writeNow);
      write();
    };
  }, [snippet, source]);

  return {
    text,
    edited: text !== source,
    older,
    beforeReset,
    unsaved,
    change(next) {
      setBeforeReset(null);
      keep(next, older);
    },
    reset() {
      setBeforeReset(text);
      keep(source, older);
    },
    undoReset() {
      if (beforeReset === null) return;
      keep(beforeReset, older);
      setBeforeReset(null);
    },
    adoptOlder() {
      if (older === null) return;
      setBeforeReset(null);
      keep(older, null);
    },
    discardOlder: () => keep(text, null),
  };
}
