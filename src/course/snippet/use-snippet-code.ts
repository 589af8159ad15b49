import { useEffect, useRef } from 'preact/hooks';
import { type Editor, useEditor } from '../../workbench/edit/use-editor.ts';
import { type Edits, useEdits } from '../../workbench/edit/use-edits.ts';
import { useHighlighted } from '../../workbench/edit/use-highlighted.ts';
import { usePreparedPython } from '../../workbench/run/use-prepared-python.ts';

export interface SnippetCodeOptions {
  /** `chapter/name`. */
  readonly name: string;
  /** As it was written. */
  readonly source: string;
  /** What the editor is called. */
  readonly label: string;
  readonly hintId: string;
  /** The reader types. */
  readonly onTyped: (before: string, now: string) => void;
  /** The whole text is another at once. */
  readonly onReplaced: () => void;
  readonly onRun: () => void;
}

export interface SnippetCode {
  readonly edits: Edits;
  readonly editor: Editor;
  /** As HTML; null where it is not at hand. */
  readonly highlighted: string | null;
  /** Takes another text as if it had been typed, with an editor or without. */
  put(next: string): void;
  /** Puts another text in the place of what there is, and notes it by `how`. */
  replaceText(next: string, how: () => void): void;
}

/** The text of a snippet: what the reader has made of it, and the editor it is changed in. */
export function useSnippetCode(options: SnippetCodeOptions): SnippetCode {
  const { name, source, label, hintId } = options;
  const edits = useEdits(name, source);
  const { text, edited } = edits;
  const [highlighted, highlight] = useHighlighted();
  // One key may change the text several times before the next rendering.
  const lastText = useRef(text);
  lastText.current = text;
  const put = (next: string) => {
    const before = lastText.current;
    lastText.current = next;
    options.onTyped(before, next);
    edits.change(next);
  };
  const editor = useEditor({
    ...{ text, label, hintId },
    onInput: put,
    onRun: options.onRun,
    onClosing: highlight,
  });
  usePreparedPython(editor.mode);
  useEffect(() => {
    if (edited && editor.mode === 'listing' && highlighted?.text !== text) highlight(text);
  }, [edited, editor.mode, text]);
  return {
    edits,
    editor,
    highlighted: highlighted?.text === text ? highlighted.html : null,
    put,
    replaceText(next, how) {
      // The editor reports the change as typing, which must not count as such.
      editor.replace(next);
      how();
      options.onReplaced();
    },
  };
}
