/**
 * The side of a workbench that shows a run: how it went, the picture, what was printed, and what
 * there is to say of it. The same beside a chapter's program, an exercise, an embed and in the
 * playground.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Trace } from '../trace/schema.ts';
import { GoesOn } from './output/goes-on.tsx';
import { OutputPanel, type ShownOutput } from './output/output-panel.tsx';
import { RestingView } from './picture/resting-view.tsx';
import type { RunControl, RunRemote } from './picture/run-control.ts';
import type { Moment, RunView } from './picture/run-view.tsx';
import { outputAt, pointedBeside } from './pointed-beside.ts';
import type { LiveRun, ProgramResult } from './run/live-run.ts';
import './run-side.css';

/** A run that was recorded when the site was built. */
export interface Recording {
  readonly endedNs: number;
  /** Its picture; null where there is nothing to see. */
  readonly picture: ComponentChildren;
  /** What there is to say of it. */
  readonly insights: ComponentChildren;
  /** The trace, once somebody wants to watch. */
  readonly trace: Trace | null;
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
  /** What may be done with a program that does not end. */
  readonly onGoOn: () => void;
  readonly onStop: () => void;
  /** At the end of the output's head. */
  readonly tools?: ComponentChildren;
  /** What is said where there is neither a run nor a recording. */
  readonly children?: ComponentChildren;
}

export function RunSide(props: RunSideProps) {
  const { run, recording, moment } = props;
  const side = useRef<HTMLElement>(null);
  const [pointedOutput, setPointedOutput] = useState<number | null>(null);
  const trace = run ? (resultOf(run)?.trace ?? null) : (recording?.trace ?? null);
  // While a program runs, its last picture keeps the place of the next.
  const [kept, setKept] = useState<Trace | null>(null);
  useEffect(() => {
    if (trace || !run) setKept(trace);
  }, [trace, run === null]);
  const shown = trace ?? (run ? kept : null);
  const isStale = run !== null && trace === null;
  const View = useLoaded(shown !== null, async () => {
    return (await import('./picture/run-view.tsx')).RunView;
  });
  useEffect(() => {
    if (moment?.playing) keepNewestInSight(side.current);
  }, [moment?.outputLines]);

  const output = props.output && (
    <OutputPanel
      output={props.output}
      moment={isStale ? null : moment}
      withholds={run === null}
      tools={props.tools}
    />
  );
  return (
    <section
      ref={side}
      class="run-side"
      aria-label="Run"
      data-stale={isStale || undefined}
      onPointerOver={({ target }) => setPointedOutput(outputAt(target))}
      onPointerLeave={() => setPointedOutput(null)}
    >
      <GoesOn run={run} onGoOn={props.onGoOn} onStop={props.onStop} />
      {run?.phase === 'failed' && <p class="snippet-notice">{run.message}</p>}
      {recording?.problem && <p class="snippet-notice">{recording.problem}</p>}
      {shown && View && isPictured(shown) ? (
        <View
          trace={shown}
          source={props.source}
          pointed={pointedBeside(pointedOutput, props.pointedLine)}
          // What is still under way is not played while more of it comes.
          playsAtOnce={props.playsAtOnce && run?.phase !== 'running'}
          remote={props.remote}
          onMoment={props.onMoment}
        >
          {output}
        </View>
      ) : recording?.picture && !shown ? (
        <RestingView
          endedNs={recording.endedNs}
          picture={recording.picture}
          onWake={recording.onWake}
        >
          {output}
          {recording.insights}
        </RestingView>
      ) : (
        <div class="rv-below">
          {shown && !isPictured(shown) && (
            <p class="snippet-no-picture">No task was made in this run.</p>
          )}
          {output}
          {!shown && !run && recording?.insights}
          {!props.output && props.children}
        </div>
      )}
    </section>
  );
}

/** What the reader's own program came to, or has come to so far; null where there is nothing yet. */
function resultOf(run: LiveRun<ProgramResult>): ProgramResult | null {
  if (run.phase === 'running') return run.soFar;
  return run.phase === 'finished' ? run.result : null;
}

function isPictured({ events }: Trace): boolean {
  return events.some(({ kind }) => kind === 'task-created' || kind === 'thread-started');
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

/** What is fetched once it is wanted; without it, as on a broken connection, the rest still stands. */
function useLoaded(wanted: boolean, load: () => Promise<typeof RunView>): typeof RunView | null {
  const [loaded, setLoaded] = useState<typeof RunView | null>(null);
  useEffect(() => {
    if (!wanted || loaded) return;
    load().then(
      (value) => setLoaded(() => value),
      () => {},
    );
  }, [wanted]);
  return loaded;
}
