import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type EditSurface, measureType, type Point } from '../../editor/edit-surface.ts';
import { leaveTurn, takeTurn } from '../page-turns.ts';
import { rememberTabMovesFocus, tabMovesFocus } from './tab-preference.ts';

export type EditorMode = 'listing' | 'opening' | 'editing';

export interface EditorOptions {
  readonly text: string;
  readonly label: string;
  readonly hintId: string;
  readonly onInput: (text: string) => void;
  readonly onRun: () => void;
  /** Before the listing comes back: time to have it highlighted. */
  readonly onClosing: (text: string) => Promise<void>;
}

export interface Editor {
  readonly mode: EditorMode;
  readonly kind: EditSurface['kind'] | null;
  readonly tabMovesFocus: boolean;
  /** How far the text is scrolled down inside the editor. */
  readonly scrollTopPx: number;
  /** The box that takes the focus where there is no editor. */
  readonly box: RefObject<HTMLDivElement>;
  /** Where the editor goes: over the listing at first, then in its place. */
  readonly host: RefObject<HTMLDivElement>;
  open(at: Point | null): void;
  /** Keeps what is typed before the editor is there. */
  typeAhead(text: string): void;
  close(options: { readonly focusBox: boolean }): void;
  /** Changes the text from outside; the editor's undo takes it back. */
  replace(text: string): void;
  /** The same, of an editor that opens for it where it is closed. */
  put(text: string): void;
}

export function useEditor(options: EditorOptions): Editor {
  const [mode, setMode] = useState<EditorMode>('listing');
  const [movesFocus, setMovesFocus] = useState(false);
  const [scrollTopPx, setScrollTopPx] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const surface = useRef<EditSurface | null>(null);
  const wantsOpen = useRef(false);
  const caret = useRef<Point | null>(null);
  const focusBoxNext = useRef(false);
  const typedAhead = useRef('');
  const putNext = useRef<string | null>(null);
  /** The text as the editor has told or been told it. */
  const known = useRef(options.text);
  const latest = useRef(options);
  latest.current = options;

  const closeForOther = () => close({ focusBox: false });
  const endTurn = useRef(closeForOther);
  endTurn.current = closeForOther;
  const turn = useRef(() => endTurn.current());

  async function open(at: Point | null) {
    if (wantsOpen.current) return;
    const listing = box.current?.querySelector<HTMLElement>('[data-listing]:not([hidden]) pre');
    if (!host.current || !listing) return;
    wantsOpen.current = true;
    caret.current = at;
    typedAhead.current = '';
    takeTurn('editor', turn.current);
    setMode('opening');
    const tabs = tabMovesFocus();
    setMovesFocus(tabs);
    const { openSurface } = await import('../../editor/open-surface.ts');
    known.current = latest.current.text;
    const opened = await openSurface({
      host: host.current,
      text: latest.current.text,
      label: latest.current.label,
      hintId: latest.current.hintId,
      metrics: measureType(listing),
      scrollLeftPx: box.current?.scrollLeft ?? 0,
      tabMovesFocus: tabs,
      onInput(text) {
        known.current = text;
        latest.current.onInput(text);
      },
      onRun: () => latest.current.onRun(),
      onLeave: () => close({ focusBox: true }),
      onScroll: setScrollTopPx,
      onTabMode(moves) {
        setMovesFocus(moves);
        rememberTabMovesFocus(moves);
      },
    });
    if (!wantsOpen.current) return opened.dispose();
    surface.current = opened;
    setMode('editing');
  }

  async function close({ focusBox }: { readonly focusBox: boolean }) {
    wantsOpen.current = false;
    leaveTurn('editor', turn.current);
    const opened = surface.current;
    surface.current = null;
    if (opened) await latest.current.onClosing(opened.text);
    opened?.dispose();
    setScrollTopPx(0);
    focusBoxNext.current = focusBox;
    setMode('listing');
  }

  // The editor must be seen before it can tell which character is under a point, and the box takes
  // the focus only while it shows the listing.
  useLayoutEffect(() => {
    if (mode === 'editing') {
      surface.current?.focus(caret.current);
      if (putNext.current !== null) surface.current?.replace(putNext.current);
      putNext.current = null;
      if (typedAhead.current !== '') surface.current?.type(typedAhead.current);
    }
    if (mode === 'listing' && focusBoxNext.current) box.current?.focus({ preventScroll: true });
    focusBoxNext.current = false;
  }, [mode]);

  // Before anything more can be typed: another window has changed the text.
  useLayoutEffect(() => {
    if (options.text === known.current) return;
    known.current = options.text;
    surface.current?.replace(options.text);
  }, [options.text]);

  useEffect(() => () => surface.current?.dispose(), []);

  return {
    mode,
    kind: surface.current?.kind ?? null,
    tabMovesFocus: movesFocus,
    scrollTopPx,
    box,
    host,
    open: (at) => void open(at),
    typeAhead(text) {
      typedAhead.current += text;
    },
    close: (how) => void close(how),
    replace: (text) => surface.current?.replace(text),
    put(text) {
      if (surface.current) return surface.current.replace(text);
      putNext.current = text;
      void open(null);
    },
  };
}
