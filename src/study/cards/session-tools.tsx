import { useEffect } from 'preact/hooks';
import { type Block, spokenText } from './flashcard.ts';

export interface SessionToolsProps {
  readonly canUndo: boolean;
  readonly canSuspend: boolean;
  /** What can be read aloud; null where there is nothing to read. */
  readonly spoken: readonly Block[] | null;
  readonly onUndo: () => void;
  readonly onSuspend: () => void;
  readonly onLeave: () => void;
}

/** What can be done in a session besides answering. */
export function SessionTools(props: SessionToolsProps) {
  const { canUndo, canSuspend, spoken, onUndo, onSuspend, onLeave } = props;
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), []);
  return (
    <div class="study-session-tools">
      <button type="button" class="study-quiet" disabled={!canUndo} onClick={onUndo}>
        Undo{' '}
        <span class="study-key" aria-hidden="true">
          u
        </span>
      </button>
      {canSuspend && (
        <button type="button" class="study-quiet" onClick={onSuspend}>
          Suspend
        </button>
      )}
      {spoken && 'speechSynthesis' in globalThis && (
        <button type="button" class="study-quiet" onClick={() => speak(spokenText(spoken))}>
          Read aloud
        </button>
      )}
      <button type="button" class="study-quiet" onClick={onLeave}>
        All decks
      </button>
    </div>
  );
}

function speak(text: string): void {
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = 'en-GB';
  speechSynthesis.speak(words);
}
