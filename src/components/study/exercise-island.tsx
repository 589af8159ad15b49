import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Exercise, Grading } from '../../study/exercise.ts';
import { demandText } from '../../study/exercise.ts';
import { CodeBox } from '../snippet/code-box.tsx';
import { downloadName } from '../snippet/file-name.ts';
import { downloadText } from '../snippet/hand-over.ts';
import { InlineCode } from '../snippet/inline-code.tsx';
import { EditorHint } from '../snippet/notices.tsx';
import { leaveTurn, takeTurn } from '../snippet/page-turns.ts';
import { sharedSimulator } from '../snippet/shared-simulator.ts';
import { Tool } from '../snippet/toolbar.tsx';
import { useCopied } from '../snippet/use-copied.ts';
import { useEditor } from '../snippet/use-editor.ts';
import { useEdits } from '../snippet/use-edits.ts';
import { useHighlighted } from '../snippet/use-highlighted.ts';
import { CardBlock, Prose } from './card-face.tsx';
import { sharedProgress, tellStudyNews } from './study-session.ts';

export interface ExerciseIslandProps {
  readonly exercise: Exercise;
  readonly listing?: ComponentChildren;
  readonly solution?: ComponentChildren;
}

interface Checked {
  readonly grading: Grading;
  readonly output: readonly { at: string; text: string; error: boolean }[];
}

/** A program to be mended: the editor, what is demanded, and what a run of it showed. */
export function ExerciseIsland({ exercise, listing, solution }: ExerciseIslandProps) {
  const hintId = useId();
  const edits = useEdits(`exercise:${exercise.id}`, exercise.starter);
  const { text, edited } = edits;
  const [highlighted, highlight] = useHighlighted();
  const [busy, setBusy] = useState(false);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [problem, setProblem] = useState('');
  const [hints, setHints] = useState(0);
  const [said, setSaid] = useState('');
  const { copied, copy } = useCopied<'code'>();
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);

  const check = async () => {
    const abort = new AbortController();
    const end = () => abort.abort();
    stop.current();
    stop.current = end;
    takeTurn('run', end);
    setBusy(true);
    setProblem('');
    try {
      const { checkProgram } = await import('./check-program.ts');
      const result = await checkProgram({
        exercise,
        source: `${text}\n`,
        simulator: sharedSimulator,
        signal: abort.signal,
      });
      if (stop.current !== end) return;
      setChecked(result);
      if (result.grading.passed) {
        sharedProgress().mark('exercise', exercise.id);
        tellStudyNews();
      }
    } catch (error) {
      if (stop.current === end) setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      leaveTurn('run', end);
      if (stop.current === end) setBusy(false);
    }
  };

  const editor = useEditor({
    text,
    label: `Your program: ${exercise.title}`,
    hintId,
    onInput: edits.change,
    onRun: check,
    onClosing: highlight,
  });
  useEffect(() => {
    if (edited && editor.mode === 'listing' && highlighted?.text !== text) void highlight(text);
  }, [edited, editor.mode, text]);

  const canUndoReset = edits.beforeReset !== null;
  const reset = () => {
    editor.replace(exercise.starter);
    edits.reset();
    setChecked(null);
  };
  const undoReset = () => {
    editor.replace(edits.beforeReset ?? text);
    edits.undoReset();
  };

  const left = exercise.hints.length - hints;
  const solutionBox = useRef<HTMLDetailsElement>(null);
  // With the last hint its button goes, and the solution takes its place.
  useLayoutEffect(() => {
    if (hints > 0 && left === 0) solutionBox.current?.querySelector('summary')?.focus();
  }, [hints, left]);
  return (
    <article aria-label={`Exercise ${exercise.order}: ${exercise.title}`}>
      <h3 class="study-title">
        {exercise.order}. {exercise.title}
      </h3>
      <Prose text={exercise.task} />
      <div class="snippet-frame">
        <div class="snippet-head">
          <span class="snippet-file">main.py</span>
          {edited && <span class="snippet-edited">edited</span>}
          <EditorHint id={hintId} editor={editor} />
          <div class="snippet-tools">
            {(edited || canUndoReset) && (
              <Tool
                icon={canUndoReset ? 'undo' : 'reset'}
                label={canUndoReset ? 'Undo reset' : 'Reset'}
                text={canUndoReset ? 'Undo reset' : 'Reset'}
                onClick={canUndoReset ? undoReset : reset}
              />
            )}
            <Tool
              icon={copied ? 'done' : 'copy'}
              label="Copy the code"
              onClick={async () => setSaid(await copy('code', `${text}\n`))}
            />
            <Tool
              icon="download"
              label="Download as a .py file"
              onClick={() => downloadText(`${text}\n`, downloadName(exercise.id))}
            />
            {busy ? (
              <button type="button" class="snippet-run" onClick={() => stop.current()}>
                Stop
              </button>
            ) : (
              <button type="button" class="snippet-run" onClick={check}>
                Check
              </button>
            )}
          </div>
        </div>
        <CodeBox
          editor={editor}
          text={text}
          edited={edited}
          label={`Your program: ${exercise.title}`}
          hintId={hintId}
          listing={listing}
          highlighted={highlighted?.text === text ? highlighted.html : null}
          markedLine={null}
        />
      </div>
      <span class="sr-only" role="status">
        {said}
      </span>
      <div role="status">
        {busy && <p class="study-note">Running.</p>}
        {checked && !busy && (
          <p class="study-answer" data-right={checked.grading.passed || undefined}>
            <b>{checked.grading.passed ? 'Solved.' : 'Not yet.'}</b>{' '}
            {!checked.grading.passed && (
              <InlineCode
                text={`${checked.grading.verdicts.find(({ passed }) => !passed)?.message ?? ''}.`}
              />
            )}
          </p>
        )}
      </div>
      {problem !== '' && <p role="alert">{problem}</p>}
      <ul class="study-demands" aria-label="What is checked">
        {exercise.checks.map((demand, at) => {
          const verdict = checked?.grading.verdicts[at];
          return (
            <li key={at} data-passed={verdict?.passed}>
              <span aria-hidden="true">{!verdict ? '·' : verdict.passed ? '✓' : '✗'}</span>{' '}
              {verdict && <span class="sr-only">{verdict.passed ? 'Passed: ' : 'Failed: '}</span>}
              <InlineCode text={demandText(demand)} />
              {verdict && !verdict.passed && (
                <span class="study-seen">
                  Seen: <InlineCode text={verdict.message} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {checked && (
        <details>
          <summary>What your program printed</summary>
          <CardBlock block={{ kind: 'output', lines: checked.output }} />
        </details>
      )}
      <div aria-live="polite">
        {exercise.hints.slice(0, hints).map((hint, at) => (
          <p key={at} class="study-hint">
            <b>Hint {at + 1}.</b> <InlineCode text={hint} />
          </p>
        ))}
      </div>
      {left > 0 && (
        <button type="button" class="study-plain" onClick={() => setHints(hints + 1)}>
          {hints === 0 ? 'A hint' : 'Another hint'} ({left} left)
        </button>
      )}
      <details ref={solutionBox} hidden={left > 0 && !checked?.grading.passed}>
        <summary>The solution</summary>
        {solution}
        <Prose text={exercise.because} />
      </details>
    </article>
  );
}
