import { type MutableRef, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type EditSurface, measureType, type Point } from '../editor/edit-surface.ts';
import type { LineMark } from '../timeline/line-marks.ts';
import { ListedCode } from '../workbench/edit/code-box.tsx';
import { CodeMargin } from '../workbench/edit/code-margin.tsx';
import { lineAt } from '../workbench/edit/line-at.ts';
import { rememberTabMovesFocus, tabMovesFocus } from '../workbench/edit/tab-preference.ts';
import { firstTouch } from './first-touch.ts';
import type { Tab } from './playground-tabs.ts';

export interface EditorPaneProps {
  readonly tab: Tab;
  readonly active: boolean;
  readonly hintId: string;
  /** The lines to light while a run is watched. */
  readonly marks: readonly LineMark[];
  /** The line that the reader points at, counted from 1; null when at none. */
  readonly onPoint: (line: number | null) => void;
  /** The program as HTML, where there is some; then it waits for the reader's first touch. */
  readonly listing: string | null;
  /** Set by whoever wants the next editor that is shown to have the focus. */
  readonly wantsFocus: MutableRef<boolean>;
  readonly onInput: (source: string) => void;
  readonly onRun: () => void;
  readonly onLeave: () => void;
  readonly onReady: (kind: EditSurface['kind']) => void;
  readonly onTabMode: (movesFocus: boolean) => void;
}

/**
 * The editor of one program, as high as its place. It opens when its tab is first shown and stays,
 * unseen behind the others, so that undo, caret and scroll position are kept.
 */
export function EditorPane(props: EditorPaneProps) {
  const { tab, active } = props;
  const [ready, setReady] = useState(false);
  const [scrollTopPx, setScrollTopPx] = useState(0);
  const listing = useRef<HTMLPreElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const numbers = useRef<HTMLDivElement>(null);
  const surface = useRef<EditSurface | null>(null);
  const begun = useRef(false);
  /** The text as the editor has told or been told it. */
  const known = useRef(tab.source);
  /** What is done in the listing before the editor is there. */
  const early = useRef<{ caret: Point | null; typed: string }>({ caret: null, typed: '' });
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (!active || begun.current || !host.current || !listing.current) return;
    begun.current = true;
    const [container, text] = [host.current, listing.current];
    // Monaco is heavy, and many only look.
    const wanted = props.listing === null ? Promise.resolve() : firstTouch();
    wanted.then(() => {
      if (begun.current) open(container, text);
    });
  }, [active]);

  const open = async (container: HTMLElement, text: HTMLElement) => {
    await document.fonts.ready;
    const { openSurface } = await import('../editor/open-surface.ts');
    const opened = await openSurface({
      host: container,
      fill: true,
      text: known.current,
      label: labelOf(latest.current.tab),
      hintId: latest.current.hintId,
      metrics: measureType(text),
      scrollLeftPx: 0,
      tabMovesFocus: tabMovesFocus(),
      onInput(source) {
        known.current = source;
        latest.current.onInput(source);
      },
      onRun: () => latest.current.onRun(),
      onLeave: () => latest.current.onLeave(),
      onScroll: setScrollTopPx,
      onTabMode(moves) {
        rememberTabMovesFocus(moves);
        latest.current.onTabMode(moves);
      },
    });
    if (!begun.current) return opened.dispose();
    surface.current = opened;
    if (opened.text !== known.current) opened.replace(known.current);
    if (document.activeElement === text) latest.current.wantsFocus.current = true;
    setReady(true);
    latest.current.onReady(opened.kind);
  };

  useLayoutEffect(() => {
    if (!ready || !active || !props.wantsFocus.current) return;
    props.wantsFocus.current = false;
    const { caret, typed } = early.current;
    early.current = { caret: null, typed: '' };
    surface.current?.focus(caret);
    if (typed !== '') surface.current?.type(typed);
  });

  // Before anything more can be typed: another window has changed the text.
  useLayoutEffect(() => {
    if (tab.source === known.current) return;
    known.current = tab.source;
    surface.current?.replace(tab.source);
  }, [tab.source]);

  useEffect(
    () => () => {
      begun.current = false;
      surface.current?.dispose();
    },
    [],
  );

  const lines = tab.source.split('\n').length;
  const pointAt = ({ clientY }: PointerEvent) => {
    if (!numbers.current) return;
    props.onPoint(lineAt(numbers.current.getBoundingClientRect(), clientY, lines));
  };
  const placeCaret = ({ clientX, clientY }: MouseEvent) => {
    const from = host.current?.getBoundingClientRect();
    if (from) early.current.caret = { x: clientX - from.left, y: clientY - from.top };
  };
  const typeAhead = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const text = event.key === 'Enter' ? '\n' : event.key;
    if (text.length !== 1) return;
    event.preventDefault();
    early.current.typed += text;
  };
  return (
    <div
      class="playground-editor"
      hidden={!active}
      data-ready={ready || undefined}
      onPointerMove={pointAt}
      onPointerLeave={() => props.onPoint(null)}
    >
      <CodeMargin lines={lines} marks={props.marks} scrollTopPx={scrollTopPx} numbers={numbers} />
      <div class="playground-text snippet-text-area">
        {/* The editor to be: the focus that it gets is the editor's. */}
        {/* biome-ignore lint/a11y/useSemanticElements: a text area shows no colours. */}
        <pre
          ref={listing}
          class="snippet-listing"
          hidden={ready}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it will be an editor.
          role="textbox"
          tabIndex={0}
          aria-multiline="true"
          aria-label={labelOf(tab)}
          onClick={placeCaret}
          onKeyDown={typeAhead}
        >
          <ListedCode source={tab.source} html={props.listing} />
        </pre>
        <div ref={host} class="snippet-editor" />
      </div>
    </div>
  );
}

function labelOf(tab: Tab): string {
  return `Code: ${tab.name}`;
}
