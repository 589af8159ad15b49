import type { ComponentChildren } from 'preact';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { errorLines, NO_ERROR_LINES } from '../../analysis/error-lines.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { isRunKey } from '../../editor/run-key.ts';
import type { Late } from '../../simulator/schedule.ts';
import { changesSomething } from '../../simulator/what-if.ts';
import { CodeBox } from '../../workbench/edit/code-box.tsx';
import { longestLine } from '../../workbench/edit/longest-line.ts';
import { scheduleFor, useProgramOrders } from '../../workbench/explore/use-program-orders.tsx';
import { withLitLine } from '../../workbench/picture/lit-moment.ts';
import { type RunControl, useRunRemote } from '../../workbench/picture/run-control.ts';
import type { Moment } from '../../workbench/picture/run-view.tsx';
import type { Question } from '../../workbench/predict/prediction.ts';
import { PredictionPanel } from '../../workbench/predict/prediction-panel.tsx';
import { usePrediction } from '../../workbench/predict/use-prediction.ts';
import { downloadName } from '../../workbench/program/file-name.ts';
import { withErrorMarks } from '../../workbench/run/error-marks.ts';
import { endOfScriptText, endText, errorLinesOf } from '../../workbench/run/run-words.ts';
import { useErrorLines } from '../../workbench/run/use-error-lines.ts';
import { useRun } from '../../workbench/run/use-runs.ts';
import { RunSide } from '../../workbench/run-side.tsx';
import { useWhatIf } from '../../workbench/what-if/use-what-if.ts';
import { type MomentLink, snippetId } from '../moments/moment-link.ts';
import { useMoments } from '../moments/use-moments.ts';
import { bringIntoSight, visitPicture } from './bring-into-sight.ts';
import { originalOffer } from './original-offer.ts';
import { printedLines, unpackOrigins } from './packed-origins.ts';
import { type PackedScript, unpackScript } from './packed-script.ts';
import { SnippetHead } from './snippet-head.tsx';
import { snippetOutput } from './snippet-output.ts';
import { useHandOver } from './use-hand-over.ts';
import { useRecording } from './use-recording.ts';
import { useSnippetCode } from './use-snippet-code.ts';

export interface SnippetIslandProps {
  /** `chapter/name`. */
  readonly name: string;
  /** Without a newline at its end. */
  readonly source: string;
  readonly expected: PackedScript;
  /** Where its lines came from: see `packOrigins`. */
  readonly origins: string;
  readonly question: Question | null;
  /** The code as HTML, from the build. */
  readonly listing?: ComponentChildren;
  /** Whether there is a picture: an island is given a slot in any case. */
  readonly pictured: boolean;
  /** Whether to try other orders is what there is to do with it. */
  readonly exploresFirst?: boolean;
  /** The picture of the recording, from the build. */
  readonly picture?: ComponentChildren;
  /** How the recorded run went, from the build. */
  readonly verdict?: ComponentChildren;
  /** What else there is to say of it. */
  readonly insights?: ComponentChildren;
}

/** A snippet that can be played, edited, run, stopped and reset. */
export function SnippetIsland(props: SnippetIslandProps) {
  const { name, source, question } = props;
  const expected = useMemo(() => unpackScript(props.expected), [props.expected]);
  const printed = useMemo(
    () => printedLines(expected, unpackOrigins(props.origins)),
    [expected, props.origins],
  );
  const root = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const label = `Code: ${name.slice(name.lastIndexOf('/') + 1).replaceAll('-', ' ')}`;
  const [status, setStatus] = useState('');
  const errors = useErrorLines();
  const [playsAtOnce, setPlaysAtOnce] = useState(true);
  const [reprints, setReprints] = useState(0);
  const recording = useRecording(name);
  const remote = useRunRemote();
  const [moment, setMoment] = useState<Moment | null>(null);
  const [pointedLine, setPointedLine] = useState<number | null>(null);

  const code = useSnippetCode({
    ...{ name, source, label, hintId },
    onTyped(before, now) {
      errors.follow(name, before, now);
      handOver.forgetProblem();
    },
    onReplaced() {
      errors.mark(name, NO_ERROR_LINES);
      // The recording comes back, and nobody has asked to see it played.
      setPlaysAtOnce(false);
      forgetRun();
    },
    onRun: () => run(),
  });
  const { editor } = code;
  const { text, edited } = code.edits;
  const prediction = usePrediction(name, question);
  const live = useRun({
    async conclusion() {
      const { compareRun } = await import('./compare-run.ts');
      return (trace) => compareRun(trace, expected);
    },
    onEnd(run) {
      errors.mark(name, errorLinesOf(run));
      const difference = run.phase === 'finished' ? run.result.difference : null;
      setStatus(difference ? `${endText(run)} ${difference}` : endText(run));
    },
  });
  const watchesRecording = live.run === null && recording.fetched !== null;
  const playing = moment?.playing === true;

  const whatIf = useWhatIf({
    ...{ key: name, source: `${text}\n` },
    isRunShown: live.run !== null || watchesRecording,
    isRunOfSource: (live.run?.source ?? `${source}\n`) === `${text}\n`,
    async rerun(next, changes) {
      const isAsRecorded = next === `${source}\n` && !changesSomething(changes);
      if (isAsRecorded && recording.fetched) {
        setPlaysAtOnce(false);
        return live.forget();
      }
      const late = orders.lateOf({ ...shared, source: next });
      await live.replace({ source: next, whatIf: changes, ...scheduleFor(late) });
    },
    onEdit: (next) => code.put(next.trimEnd()),
  });
  // Line numbers of a run fit only the program that was run.
  const program = whatIf.source;
  const ranThis = (live.run?.source ?? `${source}\n`) === program;
  const shared = { name: downloadName(name), source: program, args: '', seed: '0' };
  const orders = useProgramOrders({
    ...{ id: name, program: shared, whatIf: whatIf.inForce, onSaid: setStatus },
    prepare: () => ({ source: program, whatIf: whatIf.inForce }),
    trace: ranThis && live.run?.phase === 'finished' ? live.run.result.trace : null,
    onRun: (late) => runProgram(program, late),
  });
  const late = orders.lateOf(shared);
  const handOver = useHandOver({
    ...{ name, text, onSaid: setStatus },
    stands: ranThis ? (moment?.stands ?? null) : null,
    whatIf: whatIf.inForce,
  });

  /** The recording is of the program as it was written, with nothing changed. */
  function forgetRun() {
    live.forget();
    whatIf.open(name, null);
  }
  /** Shows the recording in the view of a run, which does what it is asked once it is there. */
  const wake = (what: ((control: RunControl) => void) | 'play') => {
    orders.close();
    forgetRun();
    recording.wake();
    setPlaysAtOnce(what === 'play');
    if (what !== 'play') remote.ask(what);
    else if (watchesRecording) remote.ask((control) => control.play());
  };
  const askToPredict = () => {
    setStatus('Predict first, or ask to be shown the output.');
    root.current?.querySelector<HTMLElement>('.snippet-question :is(input, button)')?.focus();
  };
  const run = () => {
    errors.mark(name, NO_ERROR_LINES);
    orders.close();
    document.dispatchEvent(new CustomEvent('loopscope:run', { detail: name }));
    if (edited || whatIf.isChanged) {
      runEdited(program);
    } else if (prediction.hidden) {
      return askToPredict();
    } else if (late) {
      runProgram(program, late);
    } else if (props.pictured) {
      setStatus('Playing.');
      wake('play');
    } else {
      // There is nothing to be played: no task, no time.
      live.forget();
      setReprints(reprints + 1);
      errors.mark(name, errorLines(expected));
      setStatus(endOfScriptText(expected));
    }
    bringIntoSight(root.current);
  };
  const runEdited = (source: string) => {
    if (prediction.hidden) prediction.give({ kind: 'shown' });
    errors.mark(name, NO_ERROR_LINES);
    runProgram(source, orders.lateOf({ ...shared, source }));
  };
  const runProgram = (source: string, late: readonly Late[] | null) => {
    setStatus('Running.');
    setPlaysAtOnce(true);
    live.start({ source, whatIf: whatIf.inForce, ...scheduleFor(late) });
  };
  const explore = () => {
    if (prediction.hidden) return askToPredict();
    orders.explore();
    bringIntoSight(root.current);
  };
  const stand = (at: MomentLink) => {
    if (prediction.hidden) return askToPredict();
    if (!watchesRecording || live.run) wake(() => {});
    setPlaysAtOnce(false);
    standAt(at);
    setStatus(`The playhead stands at ${formatSeconds(at.atNs)} seconds.`);
    visitPicture(root.current, `#${snippetId(name)}`);
  };
  /** Only where the reader has left the recording as it is. */
  const follow = (at: MomentLink) => {
    if (prediction.hidden || live.run) return;
    if (!watchesRecording) wake(() => {});
    setPlaysAtOnce(false);
    standAt(at);
  };
  const { lit, standAt } = useMoments({
    ...{ frame: root, remote, watchesRecording },
    onChoose: stand,
    onFollow: follow,
  });
  const stop = () => {
    if (live.busy) live.stop();
    else remote.ask((control) => control.pause());
  };
  const onMoment = (next: Moment | null) => {
    const isOver = playing && next?.playing === false && next.outputLines === null;
    setMoment(next);
    if (isOver && live.run === null) {
      errors.mark(name, errorLines(expected));
      setStatus(endOfScriptText(expected));
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (isRunKey(event)) {
      event.preventDefault();
      run();
    } else if (event.target instanceof HTMLButtonElement) {
      remote.tell((control) => control.press(event));
    }
  };

  const output = useMemo(
    () => snippetOutput({ run: live.run, expected, source: program, edited }),
    [live.run, expected, program, edited],
  );
  const side = orders.side(
    <RunSide
      key={reprints}
      run={live.run}
      recording={{
        endedNs: expected.endedNs,
        picture: props.pictured ? props.picture : null,
        insights: props.insights,
        verdict: props.verdict,
        printed,
        fetched: recording.fetched,
        problem: recording.problem,
        onWake: wake,
      }}
      output={output}
      source={live.run?.source ?? source}
      moment={moment}
      onMoment={onMoment}
      remote={remote}
      playsAtOnce={playsAtOnce}
      pointedLine={ranThis ? pointedLine : null}
      onFix={
        edited && ranThis
          ? (fixed) => {
              editor.put(fixed.trimEnd());
              runEdited(fixed);
            }
          : undefined
      }
      compares={originalOffer(live.run, { name, source: `${source}\n` })}
      whatIf={whatIf.control}
      lit={live.run ? null : lit}
      onGoOn={live.goOn}
      onStop={live.busy ? live.stop : live.settle}
    />,
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what the Run button does.
    <div
      ref={root}
      class="snippet-frame"
      data-reprinted={reprints > 0 || undefined}
      data-phase={live.run?.phase ?? (playing ? 'playing' : moment ? 'watched' : 'rest')}
      onKeyDown={onKeyDown}
    >
      <SnippetHead
        {...{ code, source, hintId, handOver }}
        busy={live.busy || playing}
        exploresFirst={props.exploresFirst ?? false}
        onExplore={explore}
        onRun={run}
        onStop={stop}
        onSaid={setStatus}
      />
      <div class="snippet-sides" style={{ '--snippet-columns': longestLine(source) }}>
        <CodeBox
          editor={editor}
          text={text}
          edited={edited}
          label={label}
          hintId={hintId}
          listing={props.listing}
          highlighted={code.highlighted}
          marks={withErrorMarks(
            errors.of(name),
            ranThis ? withLitLine(moment?.marks ?? [], lit) : [],
          )}
          onPoint={setPointedLine}
        />
        <div class="snippet-side">
          {question ? (
            <PredictionPanel
              question={question}
              answer={prediction.answer}
              printed={expected.lines}
              onAnswer={prediction.give}
            >
              {side}
            </PredictionPanel>
          ) : (
            side
          )}
        </div>
      </div>
      <span class="sr-only" role="status">
        {status}
      </span>
    </div>
  );
}
