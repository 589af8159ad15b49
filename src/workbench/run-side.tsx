/**
 * The side of a workbench that shows a run: how it went, the picture, what was printed, and what
 * there is to say of it. The same beside a chapter's program, an exercise, an embed and in the
 * playground.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isPictured } from '../timeline/is-pictured.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import type { CompareOffer } from './compare/compare-offers.tsx';
import { useComparing } from './compare/use-comparing.tsx';
import { FixOffer } from './output/fix-offer.tsx';
import { GoesOn } from './output/goes-on.tsx';
import { OutputPanel, type ShownOutput } from './output/output-panel.tsx';
import { VerdictLine, VerdictMore } from './output/verdict.tsx';
import type { LitMoment } from './picture/lit-moment.ts';
import { RestingView } from './picture/resting-view.tsx';
import { RunBelow } from './picture/run-below.tsx';
import type { RunControl, RunRemote } from './picture/run-control.ts';
import type { Moment } from './picture/run-view.tsx';
import { outputAt, pointedBeside } from './pointed-beside.ts';
import { type PrintedLine, restingLight } from './resting-light.ts';
import type { LiveRun, ProgramResult } from './run/live-run.ts';
import { WhatIfChip } from './what-if/what-if-chip.tsx';
import { WhatIfContext, type WhatIfControl } from './what-if/what-if-context.ts';
import './run-side.css';

/** A run that can be watched, and how it went. */
type Judged = Pick<ProgramResult, 'trace' | 'verdict'>;

/** A run that was recorded when the site was built. */
export interface Recording {
  readonly endedNs: number;
  /** Its picture; null where there is nothing to see. */
  readonly picture: ComponentChildren;
  /** What there is to say of it. */
  readonly insights: ComponentChildren;
  /** How it went. */
  readonly verdict: ComponentChildren;
  /** Where its lines of output came from. */
  readonly printed: readonly PrintedLine[];
  /** The trace and its verdict, once somebody wants to watch. */
  readonly fetched: Judged | null;
  /** Why the trace could not be had; null where it could, or nobody asked. */
  readonly problem: string | null;
  /** Somebody wants to watch. */
  readonly onWake: (what: (control: RunControl) => void) => void;
}

export interface RunSideProps {
  /** The run of the reader's program; null where there is none. */
  readonly run: LiveRun<ProgramResult> | null;
  /** What is shown as long as there is no run. */
  readonly recording: Recording | null;
  readonly output: ShownOutput | null;
  /** The program that ran. */
  readonly source: string;
  readonly moment: Moment | null;
  readonly onMoment: (moment: Moment | null) => void;
  readonly remote: RunRemote;
  /** Whether a run plays as soon as it is there. */
  readonly playsAtOnce: boolean;
  /** The line of the code that the reader points at, counted from 1. */
  readonly pointedLine: number | null;
  /** The moment that the reader points at in the text. Default: none. */
  readonly lit?: LitMoment | null;
  /** What may be done with a program that does not end. */
  readonly onGoOn: () => void;
  readonly onStop: () => void;
  /** Takes a program's text that is put right, and runs it. Not where the reader should find it. */
  readonly onFix?: ((source: string) => void) | undefined;
  /** What the run that is shown can be compared with. Default: nothing. */
  readonly compares?: readonly CompareOffer[];
  /** What can be changed of the run. Default: nothing. */
  readonly whatIf?: WhatIfControl | null;
  /** What is said where there is neither a run nor a recording. */
  readonly children?: ComponentChildren;
}

export function RunSide(props: RunSideProps) {
  return (
    <WhatIfContext.Provider value={props.whatIf ?? null}>
      <Side {...props} />
    </WhatIfContext.Provider>
  );
}

function Side(props: RunSideProps) {
  const { run, recording, moment } = props;
  const side = useRef<HTMLDivElement>(null);
  const [pointedOutput, setPointedOutput] = useState<number | null>(null);
  const [pointedRow, setPointedRow] = useState<number | null>(null);
  const judged: Judged | null = run ? resultOf(run) : (recording?.fetched ?? null);
  // While a program runs, its last picture keeps the place of the next.
  const [kept, setKept] = useState<Judged | null>(null);
  useEffect(() => {
    if (judged || !run) setKept(judged);
  }, [judged, run === null]);
  const shown = judged ?? (run ? kept : null);
  const isStale = run !== null && judged === null;
  const isQuiet = run?.phase === 'finished' && run.quiet === true;
  const View = useLoaded(shown !== null, async () => {
    return (await import('./picture/run-view.tsx')).RunView;
  });
  useEffect(() => {
    if (moment?.playing) keepNewestInSight(side.current);
  }, [moment?.outputLines]);

  const atRest = shown === null && run === null ? recording : null;
  const light = useMemo(
    () =>
      atRest &&
      restingLight(atRest.printed, {
        output: pointedOutput,
        row: pointedRow,
        line: props.pointedLine,
      }),
    [atRest?.printed, pointedOutput, pointedRow, props.pointedLine],
  );
  useEffect(() => {
    if (atRest) props.onMoment(light?.moment ?? null);
  }, [light]);

  const comparing = useComparing({
    ...{ offers: props.compares ?? NOTHING, side, onMoment: props.onMoment },
    trace: judged && run?.phase !== 'running' ? judged.trace : null,
  });
  if (comparing.view) {
    return (
      <div ref={side} class="run-side">
        {comparing.view}
      </div>
    );
  }

  const output = props.output && (
    <OutputPanel output={props.output} moment={isStale ? null : moment} withholds={run === null} />
  );
  return (
    <div
      ref={side}
      class="run-side"
      data-stale={isStale || undefined}
      onPointerOver={({ target }) => setPointedOutput(outputAt(target))}
      onPointerLeave={() => setPointedOutput(null)}
    >
      {judged ? (
        <VerdictLine
          verdict={judged.verdict}
          // Where there is no picture, there is no moment of it to be shown.
          onChoose={
            isPictured(judged.trace)
              ? () => props.remote.ask((control) => control.explain())
              : undefined
          }
        />
      ) : (
        !run && recording?.verdict
      )}
      <WhatIfChip
        onChoose={
          shown && isPictured(shown.trace)
            ? () => props.remote.ask((control) => control.use('what-if'))
            : undefined
        }
      />
      {props.onFix && run?.phase === 'finished' && run.result.fix && (
        <FixOffer fix={run.result.fix} onFix={props.onFix} />
      )}
      {comparing.offers}
      <GoesOn run={run} onGoOn={props.onGoOn} onStop={props.onStop} />
      {run?.phase === 'failed' && <p class="snippet-notice">{run.message}</p>}
      {recording?.problem && <p class="snippet-notice">{recording.problem}</p>}
      {shown && View && isPictured(shown.trace) ? (
        <View
          trace={shown.trace}
          verdict={shown.verdict}
          source={props.source}
          pointed={pointedBeside(pointedOutput, props.pointedLine)}
          lit={props.lit ?? null}
          // What is still under way is not played while more of it comes; nor is the last run while
          // the next is prepared.
          playsAtOnce={
            props.playsAtOnce &&
            !isStale &&
            !isQuiet &&
            !comparing.isBack &&
            run?.phase !== 'running'
          }
          keeps={isQuiet}
          remote={props.remote}
          onMoment={props.onMoment}
        >
          {output}
        </View>
      ) : recording?.picture && !(shown && View) ? (
        <RestingView
          endedNs={recording.endedNs}
          picture={recording.picture}
          lit={props.lit ?? light?.lit ?? null}
          onPointRow={setPointedRow}
          onWake={recording.onWake}
        >
          {output}
          {recording.insights}
        </RestingView>
      ) : (
        <RunBelow>
          {shown && !isPictured(shown.trace) && (
            <p class="snippet-no-picture">No task was made in this run.</p>
          )}
          {output}
          {judged && !isPictured(judged.trace) && <VerdictMore verdict={judged.verdict} />}
          {!shown && !run && recording?.insights}
          {!props.output && props.children}
        </RunBelow>
      )}
    </div>
  );
}

const NOTHING: readonly CompareOffer[] = [];

/** What the reader's own program came to, or has come to so far; null where there is nothing yet. */
function resultOf(run: LiveRun<ProgramResult>): ProgramResult | null {
  if (run.phase === 'running') return run.soFar;
  return run.phase === 'finished' ? run.result : null;
}

/** While a run plays: in a list that scrolls, the line that was printed last. */
function keepNewestInSight(side: HTMLElement | null): void {
  const scroller = side?.querySelector<HTMLElement>('.rv-below');
  if (!scroller || scroller.scrollHeight <= scroller.clientHeight) return;
  const next = scroller.querySelector('.snippet-line[data-waiting]');
  const newest = next ? next.previousElementSibling : scroller.querySelector('ol > :last-child');
  if (!newest) return;
  const box = scroller.getBoundingClientRect();
  const line = newest.getBoundingClientRect();
  if (line.bottom > box.bottom) scroller.scrollTop += line.bottom - box.bottom;
  else if (line.top < box.top) scroller.scrollTop -= box.top - line.top;
}
