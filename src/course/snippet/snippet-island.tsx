import type { ComponentChildren } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { OutputScript } from '../../analysis/playback.ts';
import { followLine } from '../../editor/follow-line.ts';
import { isRunKey } from '../../editor/run-key.ts';
import { downloadText } from '../../ui/hand-over.ts';
import { motionUnwelcome } from '../../ui/motion.ts';
import { useCopied } from '../../ui/use-copied.ts';
import { CodeBox } from '../../workbench/edit/code-box.tsx';
import { EditorHint, Notices } from '../../workbench/edit/notices.tsx';
import { useEditor } from '../../workbench/edit/use-editor.ts';
import { useEdits } from '../../workbench/edit/use-edits.ts';
import { useHighlighted } from '../../workbench/edit/use-highlighted.ts';
import type { Moment } from '../../workbench/picture/run-view.tsx';
import { defaultOutputPace, type Pace } from '../../workbench/play/pace.ts';
import type { Question } from '../../workbench/predict/prediction.ts';
import { PredictionPanel } from '../../workbench/predict/prediction-panel.tsx';
import { usePrediction } from '../../workbench/predict/use-prediction.ts';
import { downloadName } from '../../workbench/program/file-name.ts';
import { endOfScriptText, endText, errorLine, errorLineOf } from '../../workbench/run/run-words.ts';
import { usePreparedPython } from '../../workbench/run/use-prepared-python.ts';
import { Toolbar } from '../../workbench/toolbar.tsx';
import { OutputPanel } from './output-panel.tsx';
import { type PackedScript, unpackScript } from './packed-script.ts';
import { RunPicture } from './run-picture.tsx';
import type { SnippetRun } from './snippet-run.ts';
import { useSnippetRun } from './use-snippet-run.ts';

export interface SnippetIslandProps {
  /** `chapter/name`. */
  readonly name: string;
  /** Without a newline at its end. */
  readonly source: string;
  readonly expected: PackedScript;
  readonly question: Question | null;
  /** The code as HTML, from the build. */
  readonly listing?: ComponentChildren;
  /** Whether there is a picture: an island is given a slot in any case. */
  readonly pictured: boolean;
  /** The picture of the recording, from the build. */
  readonly picture?: ComponentChildren;
}

/** A snippet that can be played, edited, run, stopped and reset. */
export function SnippetIsland(props: SnippetIslandProps) {
  const { name, source, question } = props;
  const expected = useMemo(() => unpackScript(props.expected), [props.expected]);
  const root = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const label = `Code: ${name.slice(name.lastIndexOf('/') + 1).replaceAll('-', ' ')}`;
  const [pace, setPace] = useState<Pace>(() => defaultOutputPace(expected.endedNs));
  const [status, setStatus] = useState('');
  const { copied, copy: copyWhat } = useCopied<'code' | 'link'>();
  const [linkProblem, setLinkProblem] = useState<string | null>(null);
  const [markedLine, setMarkedLine] = useState<number | null>(null);
  const [watching, setWatching] = useState(false);
  const [playRequest, setPlayRequest] = useState(0);
  const [moment, setMoment] = useState<Moment | null>(null);
  const [pointedLine, setPointedLine] = useState<number | null>(null);

  const edits = useEdits(name, source);
  const { text, edited } = edits;
  const prediction = usePrediction(name, question);
  const [highlighted, highlight] = useHighlighted();
  const runner = useSnippetRun({
    expected,
    onEnd(state) {
      setMarkedLine(lineToMark(state, expected));
      setStatus(announcement(state, expected));
    },
  });

  // Line numbers of a run fit only the program that was run.
  const program = `${text}\n`;
  const ranThis = ranSource(runner.state, `${source}\n`) === program;

  const run = () => {
    setMarkedLine(null);
    document.dispatchEvent(new CustomEvent('loopscope:run', { detail: name }));
    if (edited) {
      if (prediction.hidden) prediction.give({ kind: 'shown' });
      setStatus('Running.');
      setPlayRequest(playRequest + 1);
      runner.run(program);
    } else if (prediction.hidden) {
      setStatus('Predict first, or ask to be shown the output.');
      root.current?.querySelector<HTMLElement>('.snippet-question :is(input, button)')?.focus();
    } else if (watching) {
      runner.rest();
      setPlayRequest(playRequest + 1);
    } else {
      setStatus('Playing.');
      runner.play(motionUnwelcome() ? 'at-once' : pace);
    }
  };

  // One key may change the text several times before the next rendering.
  const lastText = useRef(text);
  lastText.current = text;
  const change = (next: string) => {
    const before = lastText.current;
    lastText.current = next;
    setMarkedLine((line) => line && followLine(before, next, line));
    setLinkProblem(null);
    edits.change(next);
  };

  const editor = useEditor({
    text,
    label,
    hintId,
    onInput: change,
    onRun: run,
    onClosing: highlight,
  });

  const editing = editor.mode === 'editing';
  usePreparedPython(editor.mode);

  const replaceText = (next: string, how: () => void) => {
    // The editor reports the change as typing, which must not count as such.
    editor.replace(next);
    how();
    setMarkedLine(null);
    runner.rest();
  };

  useEffect(() => {
    if (edited && editor.mode === 'listing' && highlighted?.text !== text) highlight(text);
  }, [edited, editor.mode, text]);

  const copy = async (what: 'code' | 'link', copyable: string) =>
    setStatus(await copyWhat(what, copyable));

  const withLink = async (use: (link: string) => void) => {
    setLinkProblem(null);
    try {
      const { playgroundLink } = await import('../../workbench/program/playground-link.ts');
      use(await playgroundLink(name, text));
    } catch (error) {
      setLinkProblem(error instanceof Error ? error.message : String(error));
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !isRunKey(event)) return;
    event.preventDefault();
    run();
  };

  const output = (
    <>
      <OutputPanel
        expected={expected}
        state={runner.state}
        source={program}
        edited={edited}
        pace={pace}
        onPace={setPace}
        onSkip={runner.skip}
        onGoOn={runner.goOn}
        onStop={runner.busy ? runner.stop : runner.settle}
        moment={moment}
      />
      <RunPicture
        state={runner.state}
        name={name}
        source={source}
        id={`${hintId}-picture`}
        recorded={props.pictured ? props.picture : null}
        watching={watching}
        onWatching={(next) => {
          if (!edited) runner.rest();
          setPlayRequest(next && !motionUnwelcome() ? 1 : 0);
          setWatching(next);
        }}
        playRequest={playRequest}
        pointedLine={ranThis ? pointedLine : null}
        frame={root}
        onMoment={setMoment}
      />
    </>
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what the Run button does.
    <div
      ref={root}
      class="snippet-frame"
      data-phase={runner.state.phase}
      style={'nowNs' in runner.state ? { '--played': runner.state.nowNs / expected.endedNs } : {}}
      onKeyDown={onKeyDown}
    >
      <div class="snippet-head">
        <span class="snippet-file">main.py</span>
        {edited && <span class="snippet-edited">edited</span>}
        <EditorHint id={hintId} editor={editor} />
        <Toolbar
          busy={runner.busy}
          editing={editing}
          edited={edited}
          canUndoReset={edits.beforeReset !== null}
          copied={copied === 'code'}
          linkCopied={copied === 'link'}
          onRun={run}
          onStop={runner.stop}
          onEdit={() => editor.open(null)}
          onDone={() => editor.close({ focusBox: true })}
          onReset={() => {
            replaceText(source, edits.reset);
            setStatus('Reset. Undo reset brings your edit back.');
          }}
          onUndoReset={() => {
            replaceText(edits.beforeReset ?? source, edits.undoReset);
            setStatus('Your edit is back.');
          }}
          onCopy={() => copy('code', program)}
          onCopyLink={() => withLink((link) => copy('link', link))}
          onPlayground={() => withLink((link) => location.assign(link))}
          onDownload={() => downloadText(program, downloadName(name))}
        />
      </div>
      <Notices
        edits={edits}
        onAdopt={() => replaceText(edits.older ?? text, edits.adoptOlder)}
        onSwap={() => replaceText(edits.others[0] ?? text, edits.swap)}
      />
      {linkProblem !== null && (
        <p class="snippet-notice" role="alert">
          {linkProblem}
        </p>
      )}
      <CodeBox
        editor={editor}
        text={text}
        edited={edited}
        label={label}
        hintId={hintId}
        listing={props.listing}
        highlighted={highlighted?.text === text ? highlighted.html : null}
        markedLine={markedLine}
        marks={moment && ranThis ? moment.marks : []}
        onPoint={setPointedLine}
      />
      {question ? (
        <PredictionPanel
          question={question}
          answer={prediction.answer}
          printed={expected.lines}
          onAnswer={prediction.give}
        >
          {output}
        </PredictionPanel>
      ) : (
        output
      )}
      <span class="sr-only" role="status">
        {status}
      </span>
    </div>
  );
}

/** The program of the run that is shown. */
function ranSource(state: SnippetRun, source: string): string {
  return state.phase === 'finished' ? state.source : source;
}

/** The line to mark in the code once a run is over. */
function lineToMark(state: SnippetRun, expected: OutputScript): number | null {
  if (state.phase === 'finished') return errorLineOf(state);
  return state.phase === 'played' ? errorLine(expected.outcome) : null;
}

/** What a screen reader says once a run is over. */
function announcement(state: SnippetRun, expected: OutputScript): string {
  if (state.phase === 'failed') return state.message;
  if (state.phase !== 'finished') return endOfScriptText(expected);
  const { verdict } = state.result;
  return verdict ? `${endText(state)} ${verdict}` : endText(state);
}
