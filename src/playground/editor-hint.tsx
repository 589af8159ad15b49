import type { EditSurface } from '../editor/edit-surface.ts';

export interface EditorHintProps {
  readonly id: string;
  /** Null until the editor is open. */
  readonly kind: EditSurface['kind'] | null;
  readonly tabMovesFocus: boolean;
}

/** The keys of the editor: how to run, and how to get out of it. */
export function EditorHint({ id, kind, tabMovesFocus }: EditorHintProps) {
  if (kind === null) {
    return (
      <p id={id} class="playground-hint">
        Click into the code to edit it.
      </p>
    );
  }
  const mac = navigator.platform.startsWith('Mac');
  if (kind === 'textarea') {
    return (
      <p id={id} class="sr-only">
        {mac ? 'Command' : 'Control'} Enter runs, Escape leaves the editor.
      </p>
    );
  }
  return (
    <p id={id} class="playground-hint">
      <kbd>{mac ? '⌘ ↵' : 'Ctrl ↵'}</kbd> runs, <kbd>Esc</kbd> leaves, <kbd>Tab</kbd>{' '}
      {tabMovesFocus ? 'moves on' : 'indents'} (<kbd>{mac ? '⌃ ⇧ M' : 'Ctrl M'}</kbd> changes that)
    </p>
  );
}
