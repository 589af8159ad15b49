import { breathe } from './breathe.ts';
import { type EditSurface, MAX_LINES_SHOWN, type SurfaceOptions } from './edit-surface.ts';
import { loadMonaco, type Monaco } from './monaco.ts';

type Editor = ReturnType<Monaco['editor']['create']>;

/** Monaco in the place of a listing, line upon line. */
export async function openMonaco(options: SurfaceOptions): Promise<EditSurface> {
  const monaco = await loadMonaco();
  await breathe();
  const { host, metrics, onInput, onScroll } = options;
  const model = monaco.editor.createModel(options.text, 'python');
  model.updateOptions({ tabSize: 4, insertSpaces: true, trimAutoWhitespace: true });
  colourAtOnce(model);
  await breathe();
  const editor = monaco.editor.create(host, { ...editorOptions(options), model });

  const grow = () => {
    if (options.fill) return;
    const { lineHeightPx, paddingTopPx, paddingBottomPx } = metrics;
    const most = MAX_LINES_SHOWN * lineHeightPx + paddingTopPx + paddingBottomPx;
    const height = Math.min(editor.getContentHeight(), most);
    host.style.height = `${height}px`;
    editor.layout({ width: host.clientWidth, height });
  };
  editor.onDidContentSizeChange(grow);
  editor.onDidChangeModelContent(() => onInput(model.getValue()));
  editor.onDidScrollChange((event) => onScroll(event.scrollTop));
  addKeys(monaco, editor, options);
  grow();
  editor.setScrollLeft(options.scrollLeftPx);
  editor.render(true);

  return {
    kind: 'monaco',
    get text() {
      return model.getValue();
    },
    focus(at) {
      if (at) {
        const box = host.getBoundingClientRect();
        const target = editor.getTargetAtClientPoint(box.left + at.x, box.top + at.y);
        if (target?.position) editor.setPosition(target.position);
      }
      editor.focus();
    },
    type(text) {
      editor.trigger('keyboard', 'type', { text });
    },
    replace(text) {
      const range = model.getFullModelRange();
      model.pushStackElement();
      model.pushEditOperations(editor.getSelections(), [{ range, text }], () => null);
      model.pushStackElement();
    },
    dispose() {
      editor.dispose();
      model.dispose();
      host.replaceChildren();
      host.style.height = '';
    },
  };
}

/** Left alone, Monaco colours what it shows a few lines at a time, and the reader sees it do so. */
function colourAtOnce(model: ReturnType<Monaco['editor']['createModel']>): void {
  const { tokenization } = model as { tokenization?: { forceTokenization?(line: number): void } };
  tokenization?.forceTokenization?.(Math.min(model.getLineCount(), MAX_LINES_SHOWN));
}

function addKeys(monaco: Monaco, editor: Editor, options: SurfaceOptions): void {
  const { KeyCode, KeyMod } = monaco;
  const mac = navigator.platform.startsWith('Mac');
  let moves = options.tabMovesFocus;
  editor.addAction({
    id: 'loopscope.run',
    label: 'Run',
    keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
    run: () => options.onRun(),
  });
  editor.addAction({
    id: 'loopscope.leave',
    label: 'Leave the editor',
    keybindings: [KeyCode.Escape],
    // With several carets or a selection, Escape first goes back to one caret.
    precondition: '!editorHasMultipleSelections && !editorHasSelection',
    run: () => options.onLeave(),
  });
  editor.addAction({
    id: 'loopscope.tab-moves-focus',
    label: 'Tab moves focus',
    keybindings: [
      mac ? KeyMod.WinCtrl | KeyMod.Shift | KeyCode.KeyM : KeyMod.CtrlCmd | KeyCode.KeyM,
    ],
    run: () => {
      moves = !moves;
      editor.updateOptions({ tabFocusMode: moves });
      options.onTabMode(moves);
    },
  });
}

function editorOptions({ label, metrics, tabMovesFocus }: SurfaceOptions) {
  return {
    ariaLabel: label,
    automaticLayout: true,
    fontFamily: metrics.fontFamily,
    fontWeight: metrics.fontWeight,
    fontSize: metrics.fontSizePx,
    lineHeight: metrics.lineHeightPx,
    fontLigatures: false,
    padding: { top: metrics.paddingTopPx, bottom: metrics.paddingBottomPx },
    tabFocusMode: tabMovesFocus,
    // The page draws the line numbers, for the listing and for every editor alike.
    lineNumbers: 'off',
    lineDecorationsWidth: 0,
    lineNumbersMinChars: 0,
    glyphMargin: false,
    folding: false,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    renderLineHighlight: 'none',
    guides: { indentation: false, bracketPairs: false },
    scrollBeyondLastLine: false,
    scrollBeyondLastColumn: 0,
    scrollbar: {
      // A page must go on scrolling under the pointer.
      alwaysConsumeMouseWheel: false,
      useShadows: false,
      horizontalScrollbarSize: metrics.scrollBarPx,
      verticalScrollbarSize: metrics.scrollBarPx,
    },
    wordWrap: 'off',
    contextmenu: false,
    links: false,
    quickSuggestions: false,
    wordBasedSuggestions: 'off',
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
    fixedOverflowWidgets: true,
  } as const;
}
