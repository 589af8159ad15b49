import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { MAX_LINES_SHOWN } from '../../editor/edit-surface.ts';
import type { LineMark } from '../../timeline/line-marks.ts';
import { CodeMargin } from './code-margin.tsx';
import { lineAt } from './line-at.ts';
import { longestLine } from './longest-line.ts';
import type { Editor } from './use-editor.ts';

/** The marks that must be seen, wherever they stand. */
const CURRENT: ReadonlySet<LineMark['state']> = new Set(['running', 'blocked', 'raised']);

export interface CodeBoxProps {
  readonly editor: Editor;
  readonly text: string;
  readonly edited: boolean;
  readonly label: string;
  readonly hintId: string;
  /** The listing of the unedited code, from the build. */
  readonly listing: ComponentChildren;
  /** The reader's version as HTML; null where it has not been highlighted yet. */
  readonly highlighted: string | null;
  /** The lines to highlight: where the playhead stands, and where an exception came from. */
  readonly marks?: readonly LineMark[];
  /** The line that the reader points at, counted from 1; null when at none. */
  readonly onPoint?: (line: number | null) => void;
}

/**
 * The code: the listing, or an editor in its place. Line numbers and marks are drawn beside all of
 * them, so that they cannot shift when one takes the place of another.
 */
export function CodeBox(props: CodeBoxProps) {
  const { editor, text, edited, label, marks = [], onPoint } = props;
  const live = useHydrated();
  // The box is the one stop for the keyboard.
  useEffect(() => editor.box.current?.querySelector('pre')?.removeAttribute('tabindex'), []);
  const numbers = useRef<HTMLDivElement>(null);
  const editing = editor.mode === 'editing';
  const lines = text.split('\n').length;
  const current = marks.find(({ state }) => CURRENT.has(state));
  useEffect(() => keepInSight(editor.box.current), [current?.line]);

  const openAtClick = (event: MouseEvent) => {
    const host = editor.host.current;
    if (!host || editing || event.button !== 0 || !getSelection()?.isCollapsed) return;
    const from = host.getBoundingClientRect();
    const scrolledPx = editor.box.current?.scrollLeft ?? 0;
    editor.open({ x: event.clientX - from.left - scrolledPx, y: event.clientY - from.top });
  };

  const pointAt = ({ clientY }: PointerEvent) => {
    if (numbers.current) onPoint?.(lineAt(numbers.current.getBoundingClientRect(), clientY, lines));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || editing) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (editor.mode === 'opening' && plain && event.key.length === 1) {
      event.preventDefault();
      editor.typeAhead(event.key);
    } else if (plain && event.key === 'Enter') {
      event.preventDefault();
      editor.open(null);
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls.
    <div
      ref={editor.box}
      class="snippet-code"
      data-mode={editor.mode}
      data-live={live || undefined}
      style={{ '--lines': lines, '--columns': longestLine(text) }}
      role="group"
      aria-label={editing ? undefined : label}
      aria-describedby={live && !editing ? props.hintId : undefined}
      tabIndex={live && !editing ? 0 : undefined}
      aria-busy={editor.mode === 'opening' || undefined}
      onClick={openAtClick}
      onKeyDown={onKeyDown}
      onPointerMove={pointAt}
      onPointerLeave={() => onPoint?.(null)}
    >
      <CodeMargin
        lines={lines}
        marks={marks}
        scrollTopPx={editor.scrollTopPx}
        scrolls={editing && lines > MAX_LINES_SHOWN}
        numbers={numbers}
      />
      <div class="snippet-text-area">
        <div data-listing hidden={editing || edited}>
          {props.listing}
        </div>
        {edited && (
          <div data-listing hidden={editing}>
            <Listing text={text} html={props.highlighted} />
          </div>
        )}
        <div ref={editor.host} class="snippet-editor" />
      </div>
    </div>
  );
}

export /** In a box that scrolls: the line that runs, that holds the loop, or that an exception came from. */
function keepInSight(box: HTMLElement | null): void {
  const mark = box?.querySelector(
    '.snippet-mark:is([data-state="running"], [data-state="blocked"], [data-state="raised"])',
  );
  if (!box || !mark || box.scrollHeight <= box.clientHeight) return;
  const [outer, inner] = [box.getBoundingClientRect(), mark.getBoundingClientRect()];
  const roomPx = inner.height * 2;
  if (inner.top - roomPx < outer.top) box.scrollTop += inner.top - roomPx - outer.top;
  else if (inner.bottom + roomPx > outer.bottom) {
    box.scrollTop += inner.bottom + roomPx - outer.bottom;
  }
}

/** The code as it stands when it is not being edited; plain until there is HTML of it. */
export function Listing({ text, html }: { readonly text: string; readonly html: string | null }) {
  return (
    <pre class="snippet-listing">
      <ListedCode source={text} html={html} />
    </pre>
  );
}

interface ListedCodeProps {
  readonly source: string;
  /** What `highlightPython` made of it; null where there is nothing yet. */
  readonly html: string | null;
}

export function ListedCode({ source, html }: ListedCodeProps) {
  return html === null ? (
    <code>{source}</code>
  ) : (
    <code dangerouslySetInnerHTML={{ __html: html }} />
  );
}

/** False in the page as it was built, where nothing can be clicked yet. */
function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  return hydrated;
}
