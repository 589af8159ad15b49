import type { Editor } from './use-editor.ts';
import type { Edits } from './use-edits.ts';

export interface NoticesProps {
  readonly edits: Edits;
  readonly onAdopt: () => void;
  readonly onSwap: () => void;
}

/** What the reader should know of their edit. */
export function Notices({ edits, onAdopt, onSwap }: NoticesProps) {
  return (
    <>
      {edits.others.length > 0 && (
        <p class="snippet-notice" role="status">
          {edits.edited
            ? 'This program was edited in another window as well. Both edits are kept, and this is one of them.'
            : 'This program was edited in another window.'}{' '}
          <button
            type="button"
            class="snippet-link"
            onClick={(event) => {
              focusRun(event.currentTarget);
              onSwap();
            }}
          >
            Show the other edit
          </button>{' '}
          <button
            type="button"
            class="snippet-link"
            onClick={(event) => {
              focusRun(event.currentTarget);
              edits.discardOthers();
            }}
          >
            {edits.others.length > 1 ? 'Discard the others' : 'Discard the other'}
          </button>
        </p>
      )}
      {edits.older !== null && (
        <p class="snippet-notice">
          The original has changed since you edited it.{' '}
          <button
            type="button"
            class="snippet-link"
            onClick={(event) => {
              focusRun(event.currentTarget);
              onAdopt();
            }}
          >
            Bring my edit back
          </button>{' '}
          <button
            type="button"
            class="snippet-link"
            onClick={(event) => {
              focusRun(event.currentTarget);
              edits.discardOlder();
            }}
          >
            Discard it
          </button>
        </p>
      )}
      {edits.unsaved && (
        <p class="snippet-notice">
          This browser does not let the page store your edit. Download it, or it is lost when you
          leave.
        </p>
      )}
    </>
  );
}

/** The notice goes with the button that was pressed in it. */
function focusRun(button: HTMLElement): void {
  button.closest('.snippet')?.querySelector<HTMLElement>('.snippet-run')?.focus();
}

export interface EditorHintProps {
  readonly id: string;
  readonly editor: Editor;
}

/** How to get into the editor, for those who cannot see it is one, and how to get out of it. */
export function EditorHint({ id, editor }: EditorHintProps) {
  if (editor.mode === 'editing') {
    return (
      <span id={id} class={editor.kind === 'textarea' ? 'sr-only' : 'snippet-hint'}>
        <LeaveHint editor={editor} />
      </span>
    );
  }
  const opening = editor.mode === 'opening';
  return (
    <span id={id} class={opening ? 'snippet-hint' : 'sr-only'}>
      {opening ? 'Opening the editor …' : 'Enter edits the code. Control Enter runs it.'}
    </span>
  );
}

function LeaveHint({ editor }: { readonly editor: Editor }) {
  const mac = navigator.platform.startsWith('Mac');
  if (editor.kind === 'textarea')
    return <>The button “Done editing”, or Escape, closes the editor.</>;
  return (
    <>
      <kbd>{mac ? '⌘ ↵' : 'Ctrl ↵'}</kbd> runs, <kbd>Esc</kbd> leaves, <kbd>Tab</kbd>{' '}
      {editor.tabMovesFocus ? 'moves on' : 'indents'} (<kbd>{mac ? '⌃ ⇧ M' : 'Ctrl M'}</kbd> changes
      that)
    </>
  );
}
