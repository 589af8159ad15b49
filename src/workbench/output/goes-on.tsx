import './goes-on.css';
import { formatSeconds } from '../../analysis/transcript.ts';
import { InlineCode } from '../../ui/inline-code.tsx';
import type { LiveRun, ProgramResult } from '../run/live-run.ts';

export interface GoesOnProps {
  readonly run: LiveRun<ProgramResult> | null;
  readonly onGoOn: () => void;
  /** Ends a run under way, and takes one that waits to go on for stopped. */
  readonly onStop: () => void;
}

/** Says of a program that does not end that it goes on, and lets it, or stops it. */
export function GoesOn({ run, onGoOn, onStop }: GoesOnProps) {
  const result = resultGoingOn(run);
  if (!run || !result) return null;
  const isUnderWay = run.phase === 'running';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls.
    <div class="goes-on" role="group" aria-label="A program that goes on">
      <div class="goes-on-words">
        <p>
          <InlineCode
            text={
              result.goesOn ??
              (isUnderWay ? 'The program has not ended yet.' : 'The program goes on.')
            }
          />
        </p>
        <p class="goes-on-extent">{extentText(result, isUnderWay)}</p>
      </div>
      <div class="goes-on-buttons">
        {!isUnderWay && (
          <button type="button" class="goes-on-button" data-primary onClick={onGoOn}>
            Go on
          </button>
        )}
        <button type="button" class="goes-on-button" onClick={onStop}>
          Stop
        </button>
      </div>
    </div>
  );
}

/** What is known of a program that goes on; null of one that does not, or not for long. */
function resultGoingOn(run: LiveRun<ProgramResult> | null): ProgramResult | null {
  if (run?.phase === 'running') return run.soFar;
  return run?.phase === 'finished' && run.further ? run.result : null;
}

function extentText({ script }: ProgramResult, isUnderWay: boolean): string {
  const lines = script.lines.length;
  const count = `${lines.toLocaleString('en-GB')} ${lines === 1 ? 'line' : 'lines'}`;
  const shown = `its first ${timeText(script.endedNs)} s, ${count} of output`;
  return isUnderWay ? `It is under way; here are ${shown}.` : `Here are ${shown}.`;
}

/** `1500000000` gives `"1.500"`; of long times, nobody reads the thousandths. */
function timeText(ns: number): string {
  return ns < LONG_NS ? formatSeconds(ns) : Math.floor(ns / 1e9).toLocaleString('en-GB');
}

const LONG_NS = 1_000e9;
