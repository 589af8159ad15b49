import { useEffect, useRef, useState } from 'preact/hooks';
import { browserStorage } from '../../ui/browser-storage.ts';
import { createEditStore, type EditStore, editKeyOf, type KeptEdits, NO_EDITS } from './edits.ts';
import { mergeEdits } from './merge-edits.ts';

/** Long enough to spare a slow disk each keystroke, short enough that a crash costs a word. */
const SAVE_AFTER_MS = 300;

/** As long as a browser may take to tell one window what another has stored. */
const AT_ONCE_MS = 1_000;

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
  /** Edits that were made in other windows at the same time. */
  readonly others: readonly string[];
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
  /** Shows the first of the others; the edit that was shown takes its place among them. */
  swap(): void;
  discardOthers(): void;
}

/** The reader's text of a snippet. Begins as the source, and is what was kept once in a browser. */
export function useEdits(snippet: string, source: string): Edits {
  const [edits, setEdits] = useState(NO_EDITS);
  const [beforeReset, setBeforeReset] = useState<string | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const latest = useRef(edits);
  /** As they were last read or written. */
  const base = useRef(edits);
  const typedHere = useRef(false);
  const unwritten = useRef(false);
  const writtenMs = useRef(Number.NEGATIVE_INFINITY);
  const timer = useRef(0);
  const text = edits.current ?? source;

  const show = (next: KeptEdits) => {
    latest.current = next;
    setEdits(next);
  };
  /** What other windows have written since. */
  const look = () => {
    const kept = editStore().load(snippet, source);
    show(mergeEdits({ own: latest.current, base: base.current, kept, holds: typedHere.current }));
    base.current = kept;
    const { current } = latest.current;
    const isKept = current === kept.current || kept.others.includes(current ?? '');
    // Another window that wrote at the same moment may not have seen this one's.
    const isAtOnce = Date.now() - writtenMs.current < AT_ONCE_MS;
    if (isAtOnce && current !== null && !isKept) writeSoon();
  };
  const write = () => {
    clearTimeout(timer.current);
    if (!unwritten.current) return;
    look();
    unwritten.current = false;
    clearTimeout(timer.current);
    const isKept = editStore().save(snippet, source, latest.current);
    base.current = latest.current;
    writtenMs.current = Date.now();
    setUnsaved(!isKept && latest.current.current !== null);
  };
  const keep = (changed: Partial<KeptEdits>) => {
    const next = { ...latest.current, ...changed };
    show({ ...next, current: next.current === source ? null : next.current });
    typedHere.current = true;
    writeSoon();
  };
  function writeSoon() {
    unwritten.current = true;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(write, SAVE_AFTER_MS);
  }

  useEffect(() => {
    look();
    const writeNow = () => write();
    const onStorage = ({ key }: StorageEvent) => {
      if (key === editKeyOf(snippet)) look();
    };
    addEventListener('storage', onStorage);
    addEventListener('pagehide', writeNow);
    document.addEventListener('visibilitychange', writeNow);
    return () => {
      removeEventListener('storage', onStorage);
      removeEventListener('pagehide', writeNow);
      document.removeEventListener('visibilitychange', writeNow);
      write();
    };
  }, [snippet, source]);

  return {
    text,
    edited: text !== source,
    older: edits.older,
    others: edits.others,
    beforeReset,
    unsaved,
    change(next) {
      setBeforeReset(null);
      keep({ current: next });
    },
    reset() {
      setBeforeReset(text);
      keep({ current: null });
    },
    undoReset() {
      if (beforeReset === null) return;
      keep({ current: beforeReset });
      setBeforeReset(null);
    },
    adoptOlder() {
      if (edits.older === null) return;
      setBeforeReset(null);
      keep({ current: edits.older, older: null });
    },
    discardOlder: () => keep({ older: null }),
    swap() {
      // As they were shown: by now the editor may have told of the text that it was given.
      const { current, others } = edits;
      const [next, ...rest] = others;
      if (next === undefined) return;
      keep({ current: next, others: current === null ? rest : [...rest, current] });
    },
    discardOthers: () => keep({ others: [] }),
  };
}
