import type { ComponentChildren } from 'preact';
import type { OutputLine } from '../../recording/playback.ts';
import { formatSeconds } from '../../recording/transcript.ts';
import { Detail, Ending } from '../snippet/output-panel.tsx';
import { OutputRows } from '../snippet/output-rows.tsx';
import { ProgramPicture } from './program-picture.tsx';
import type { ProgramRun } from './use-program-runs.ts';

export interface ProgramOutputProps {
  /** Null where the program has not been run. */
  readonly run: ProgramRun | null;
  /** The program as it is now. */
  readonly source: string;
  /** Stands at the end of the head. */
  readonly tools?: ComponentChildren;
  /** What is said before the first run. */
  readonly invitation: ComponentChildren;
}

/** What a program printed, how it ended, and its picture. */
export function ProgramOutput({ run, source, tools, invitation }: ProgramOutputProps) {
  const lines = linesOf(run);
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
        {tools}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls. */}
      <div class="playground-output" tabIndex={0} role="group" aria-label="Output">
        {!run && <div class="playground-invitation">{invitation}</div>}
        {run?.phase === 'failed' && <p class="snippet-notice">{run.message}</p>}
        <ol class="snippet-lines">
          <OutputRows
            rows={lines.map((line) => ({ kind: 'same', line }))}
            shown={Number.POSITIVE_INFINITY}
          />
          {script && <Ending script={script} waiting={false} />}
        </ol>
        {script && <Detail script={script} waiting={false} />}
      </div>
      {run?.phase === 'finished' && (
        <ProgramPicture source={run.source} recording={run.result.recording} />
      )}
    </>
  );
}

function linesOf(run: ProgramRun | null): readonly OutputLine[] {
  if (run?.phase === 'running') return run.output.lines;
  return run?.phase === 'finished' ? run.result.script.lines : [];
}

function titleOf(run: ProgramRun | null, source: string): string {
  if (run?.phase === 'preparing') return 'Preparing Python …';
  if (run?.phase === 'running') return 'Running …';
  return run && run.source !== source ? 'Output before your last change' : 'Output';
}
