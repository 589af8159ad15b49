import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { OutputLine } from '../analysis/playback.ts';
import { formatSeconds } from '../analysis/transcript.ts';
import { Detail, Ending } from '../workbench/output/ending.tsx';
import { GoesOn } from '../workbench/output/goes-on.tsx';
import { OutputRows } from '../workbench/output/output-rows.tsx';
import { outputAt, pointedBeside } from '../workbench/picture/pointed-beside.ts';
import type { Moment } from '../workbench/picture/run-view.tsx';
import type { LiveRun, ProgramResult } from '../workbench/run/live-run.ts';
import { ProgramPicture } from './program-picture.tsx';

export interface ProgramOutputProps {
  /** Null where the program has not been run. */
  readonly run: LiveRun<ProgramResult> | null;
  /** The program as it is now. */
  readonly source: string;
  /** Stands at the end of the head. */
  readonly tools?: ComponentChildren;
  /** Where the playhead stands in the run that is shown; null while nobody watches one. */
  readonly moment: Moment | null;
  readonly onMoment: (moment: Moment | null) => void;
  /** The line of the code that the reader points at, counted from 1. */
  readonly pointedLine?: number | null;
  /** What may be done with a program that does not end. */
  readonly onGoOn: () => void;
  readonly onStop: () => void;
  /** What is said before the first run. */
  readonly invitation: ComponentChildren;
}

/** What a program printed, how it ended, and its picture. */
export function ProgramOutput({ run, source, moment, ...props }: ProgramOutputProps) {
  const [pointedOutput, setPointedOutput] = useState<number | null>(null);
  const lines = linesOf(run);
  const waiting = moment !== null && !moment.over;
  const result = resultOf(run);
  const script = run?.phase === 'finished' ? run.result.script : null;
  return (
    <>
      <div class="playground-head">
        <h2 class="playground-title">{titleOf(run, source)}</h2>
        {run?.phase === 'running' && (
          <span class="snippet-clock">
            <span class="sr-only">Virtual time </span>
            {formatSeconds(run.output.nowNs)} s
          </span>
        )}
        {props.tools}
      </div>
      <GoesOn run={run} onGoOn={props.onGoOn} onStop={props.onStop} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls. */}
      <div
        class="playground-output"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it.
        tabIndex={0}
        role="group"
        aria-label="Output"
        onPointerOver={({ target }) => setPointedOutput(outputAt(target))}
        onPointerLeave={() => setPointedOutput(null)}
      >
        {!run && <div class="playground-invitation">{props.invitation}</div>}
        {run?.phase === 'failed' && <p class="snippet-notice">{run.message}</p>}
        <ol class="snippet-lines">
          <OutputRows
            rows={lines.map((line) => ({ kind: 'same', line }))}
            shown={waiting ? moment.outputLines : Number.POSITIVE_INFINITY}
            highlighted={moment?.highlightedOutput}
          />
          {script && <Ending script={script} waiting={waiting} />}
        </ol>
        {script && <Detail script={script} waiting={waiting} />}
      </div>
      {run && result && (
        <ProgramPicture
          source={run.source}
          trace={result.trace}
          pointed={pointedBeside(pointedOutput, props.pointedLine ?? null)}
          onMoment={props.onMoment}
        />
      )}
    </>
  );
}

/** Of a run that takes long, what there is so far. */
function resultOf(run: LiveRun<ProgramResult> | null): ProgramResult | null {
  if (run?.phase === 'running') return run.soFar;
  return run?.phase === 'finished' ? run.result : null;
}

function linesOf(run: LiveRun<ProgramResult> | null): readonly OutputLine[] {
  if (run?.phase === 'running') return run.output.lines;
  return run?.phase === 'finished' ? run.result.script.lines : [];
}

function titleOf(run: LiveRun<ProgramResult> | null, source: string): string {
  if (run?.phase === 'preparing') return 'Preparing Python …';
  if (run?.phase === 'running') return 'Running …';
  if (run?.phase === 'finished' && run.further) return 'Output so far';
  return run && run.source !== source ? 'Output before your last change' : 'Output';
}
