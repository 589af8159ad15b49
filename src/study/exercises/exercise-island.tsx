import type { ComponentChildren } from 'preact';
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { NO_ERROR_LINES } from '../../analysis/error-lines.ts';
import { isRunKey } from '../../editor/run-key.ts';
import { downloadText } from '../../ui/hand-over.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import { useCopied } from '../../ui/use-copied.ts';
import { CodeBox } from '../../workbench/edit/code-box.tsx';
import { longestLine } from '../../workbench/edit/longest-line.ts';
import { EditorHint, Notices } from '../../workbench/edit/notices.tsx';
import { useEditor } from '../../workbench/edit/use-editor.ts';
import { useEdits } from '../../workbench/edit/use-edits.ts';
import { useHighlighted } from '../../workbench/edit/use-highlighted.ts';
import { plainOutput } from '../../workbench/output/plain-output.ts';
import { useRunRemote } from '../../workbench/picture/run-control.ts';
import type { Moment } from '../../workbench/picture/run-view.tsx';
import { downloadName } from '../../workbench/program/file-name.ts';
import { withErrorMarks } from '../../workbench/run/error-marks.ts';
import { errorLinesOf } from '../../workbench/run/run-words.ts';
import { usePreparedPython } from '../../workbench/run/use-prepared-python.ts';
import { RunButton } from '../../workbench/run-button.tsx';
import { RunSide } from '../../workbench/run-side.tsx';
import { ResetTool, Tool } from '../../workbench/toolbar.tsx';
import { Prose } from '../cards/card-face.tsx';
import { DemandList } from './demand-list.tsx';
import { type Exercise, refusalText } from './exercise.ts';
import { ExerciseHelp } from './exercise-help.tsx';
import { OrdersProgress } from './orders-progress.tsx';
import { type Replacement, replaceCode } from './replace-code.ts';
import { useCheck } from './use-check.ts';
import { usualOffer } from './usual-offer.ts';
import { wantedOffer } from './wanted-offer.ts';
import { WantedPicture } from './wanted-picture.tsx';
import { WatchFailed } from './watch-failed.tsx';

export interface ExerciseIslandProps {
  readonly exercise: Exercise;
  readonly listing?: ComponentChildren;
  readonly solution?: ComponentChildren;
}

/** A program to be mended: the editor, the run beside it, what is demanded and what of it was met. */
export function ExerciseIsland({ exercise, listing, solution }: ExerciseIslandProps) {
  const hintId = useId();
  const edits = useEdits(`exercise:${exercise.id}`, exercise.starter);
  const { text, edited } = edits;
  const [highlighted, highlight] = useHighlighted();
  const { busy, run: shown, grading, tried, ...checking } = useCheck(exercise);
  const program = `${text}\n`;
  const check = () => checking.check(program);
  const remote = useRunRemote();
  const [moment, setMoment] = useState<Moment | null>(null);
  const [pointedLine, setPointedLine] = useState<number | null>(null);
  // The further run is of the same program, though not of the same text.
  const isFurther = shown !== null && shown.source === grading?.failedAgain?.source;
  const shownAs = isFurther ? shown.source : program;
  const output = useMemo(() => plainOutput(shown, shownAs), [shown, shownAs]);
  // Line numbers of a run fit only the program that was run.
  const ranThis = shown?.source === program;
  const errors =
    ranThis && (shown.phase === 'finished' || shown.phase === 'failed')
      ? errorLinesOf(shown)
      : NO_ERROR_LINES;
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
  const wanted = solutionWith(exercise, grading?.failedAgain?.replaced ?? []);
  const usual = usualOffer(shown, grading?.brokenOrder ?? null, checking.runUnseen);
  const right = grading ? wantedOffer(shown, wanted, checking.runUnseen) : [];
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
            <RunButton busy={busy} onRun={() => checking.start(program)} onStop={checking.stop} />
            <button type="button" class="snippet-check" disabled={busy} onClick={check}>
              Check
            </button>
          </div>
        </div>
        <Notices
          edits={edits}
          onAdopt={() => replaceText(edits.older ?? text, edits.adoptOlder)}
          onSwap={() => replaceText(edits.others[0] ?? text, edits.swap)}
        />
        <div class="snippet-sides" style={{ '--snippet-columns': longestLine(exercise.starter) }}>
          <CodeBox
            editor={editor}
            text={text}
            edited={edited}
            label={`Your program: ${exercise.title}`}
            hintId={hintId}
            listing={listing}
            highlighted={highlighted?.text === text ? highlighted.html : null}
            marks={withErrorMarks(errors, moment && ranThis ? moment.marks : [])}
            onPoint={setPointedLine}
          />
          <div class="snippet-side">
            <RunSide
              run={shown}
              recording={null}
              output={output}
              source={shown?.source ?? text}
              moment={moment}
              onMoment={setMoment}
              remote={remote}
              playsAtOnce
              pointedLine={ranThis ? pointedLine : null}
              compares={usual.length > 0 ? usual : right}
              onGoOn={() => {}}
              onStop={checking.stop}
            >
              <p class="snippet-invitation">
                Run it and watch what it does, or check it against what is demanded.
              </p>
            </RunSide>
          </div>
        </div>
      </div>
      <span class="sr-only" role="status">
        {said}
      </span>
      <div role="status">
        {busy && (
          <p class="study-note">
            {tried === null ? 'Running.' : `Trying ${exercise.orders?.count} orders.`}
          </p>
        )}
        {grading && !busy && (
          <p class="study-answer" data-right={grading.passed || undefined}>
            <b>{grading.passed ? 'Solved.' : 'Not yet.'}</b>{' '}
            {!grading.passed && <InlineCode text={refusalText(grading)} />}
          </p>
        )}
      </div>
      {tried !== null && exercise.orders && (
        <OrdersProgress tried={tried} count={exercise.orders.count} />
      )}
      <DemandList exercise={exercise} grading={grading} />
      <WatchFailed grading={grading} busy={busy} onWatch={checking.watch} />
      {grading && (
        <WantedPicture
          key={wanted}
          isChanged={grading.failedAgain !== null}
          onRun={() => checking.runUnseen(wanted)}
        />
      )}
      <ExerciseHelp exercise={exercise} solved={grading?.passed === true} solution={solution} />
    </article>
  );
}

/** What a right program does with the same numbers. */
function solutionWith({ solution }: Exercise, replacements: readonly Replacement[]): string {
  const replaced = replaceCode(solution, replacements);
  return 'source' in replaced ? replaced.source : solution;
}
