import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { isRunKey } from '../../editor/run-key.ts';
import { downloadText } from '../../ui/hand-over.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import { useCopied } from '../../ui/use-copied.ts';
import { CodeBox } from '../../workbench/edit/code-box.tsx';
import { EditorHint, Notices } from '../../workbench/edit/notices.tsx';
import { useEditor } from '../../workbench/edit/use-editor.ts';
import { useEdits } from '../../workbench/edit/use-edits.ts';
import { useHighlighted } from '../../workbench/edit/use-highlighted.ts';
import { downloadName } from '../../workbench/program/file-name.ts';
import { usePreparedPython } from '../../workbench/run/use-prepared-python.ts';
import { ResetTool, Tool } from '../../workbench/toolbar.tsx';
import { CardBlock, Prose } from '../cards/card-face.tsx';
import { DemandList } from './demand-list.tsx';
import type { Exercise } from './exercise.ts';
import { ExerciseHelp } from './exercise-help.tsx';
import { useCheck } from './use-check.ts';

export interface ExerciseIslandProps {
  readonly exercise: Exercise;
  readonly listing?: ComponentChildren;
  readonly solution?: ComponentChildren;
}

/** A program to be mended: the editor, what is demanded, and what a run of it showed. */
export function ExerciseIsland({ exercise, listing, solution }: ExerciseIslandProps) {
  const hintId = useId();
  const edits = useEdits(`exercise:${exercise.id}`, exercise.starter);
  const { text, edited } = edits;
  const [highlighted, highlight] = useHighlighted();
  const { busy, checked, problem, ...checking } = useCheck(exercise);
  const check = () => checking.check(`${text}\n`);
  const [said, setSaid] = useState('');
  const { copied, copy } = useCopied<'code'>();

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

  usePreparedPython(editor.mode);

  const replaceText = (next: string, how: () => void) => {
    // The editor reports the change as typing, which must not count as such.
    editor.replace(next);
    how();
    checking.forget();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !isRunKey(event)) return;
    event.preventDefault();
    check();
  };

  return (
    <article aria-label={`Exercise ${exercise.order}: ${exercise.title}`}>
      <h3 class="study-title">
        {exercise.order}. {exercise.title}
      </h3>
      <Prose text={exercise.task} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what the Check button does. */}
      <div class="snippet-frame" onKeyDown={onKeyDown}>
        <div class="snippet-head">
          <span class="snippet-file">main.py</span>
          {edited && <span class="snippet-edited">edited</span>}
          <EditorHint id={hintId} editor={editor} />
          <div class="snippet-tools">
            <ResetTool
              edited={edited}
              canUndoReset={edits.beforeReset !== null}
              onReset={() => replaceText(exercise.starter, edits.reset)}
              onUndoReset={() => replaceText(edits.beforeReset ?? text, edits.undoReset)}
            />
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
            <button type="button" class="snippet-run" onClick={busy ? checking.stop : check}>
              {busy ? 'Stop' : 'Check'}
            </button>
          </div>
        </div>
        <Notices
          edits={edits}
          onAdopt={() => replaceText(edits.older ?? text, edits.adoptOlder)}
          onSwap={() => replaceText(edits.others[0] ?? text, edits.swap)}
        />
        <CodeBox
          editor={editor}
          text={text}
          edited={edited}
          label={`Your program: ${exercise.title}`}
          hintId={hintId}
          listing={listing}
          highlighted={highlighted?.text === text ? highlighted.html : null}
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
      <DemandList checks={exercise.checks} grading={checked?.grading ?? null} />
      {checked && (
        <details>
          <summary>What your program printed</summary>
          <CardBlock block={checked.output} />
        </details>
      )}
      <ExerciseHelp
        exercise={exercise}
        solved={checked?.grading.passed === true}
        solution={solution}
      />
    </article>
  );
}
