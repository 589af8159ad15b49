import type { ComparedRow } from '../../analysis/compare-output.ts';
import { linesBegunBy, type OutputLine, type OutputScript } from '../../analysis/playback.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import type { Outcome } from '../../trace/schema.ts';
import { Icon } from '../../ui/icons.tsx';
import { Detail, Ending } from '../../workbench/output/ending.tsx';
import { GoesOn } from '../../workbench/output/goes-on.tsx';
import { OutputRows } from '../../workbench/output/output-rows.tsx';
import type { Moment } from '../../workbench/picture/run-view.tsx';
import { OUTPUT_PACES, PACES, type Pace } from '../../workbench/play/pace.ts';
import type { SnippetRun } from './snippet-run.ts';

export interface OutputPanelProps {
  readonly expected: OutputScript;
  readonly state: SnippetRun;
  /** The reader's program as it is now, and whether it differs from the snippet's. */
  readonly source: string;
  readonly edited: boolean;
  readonly pace: Pace;
  readonly onPace: (pace: Pace) => void;
  readonly onSkip: () => void;
  readonly onGoOn: () => void;
  readonly onStop: () => void;
  /** Where the playhead of the watched loop stands; null where nobody watches. */
  readonly moment: Moment | null;
}

/** What the program prints, each line with its virtual time, and how it ends. */
export function OutputPanel(props: OutputPanelProps) {
  const { state, expected, moment } = props;
  const view = watched(viewOf(state, expected), moment);
  return (
    <div class="snippet-output" data-phase={state.phase}>
      <div class="snippet-output-head">
        <span class="snippet-output-title">{titleOf(props)}</span>
        {view.clockNs !== null && (
          <span class="snippet-clock">
            <span class="sr-only">Virtual time </span>
            {formatSeconds(view.clockNs)} s
          </span>
        )}
        {(state.phase === 'playing' || state.phase === 'paused') && (
          <button type="button" class="snippet-tool" onClick={props.onSkip}>
            <Icon name="skip" />
            {state.phase === 'playing' ? 'Skip' : 'Show the rest'}
          </button>
        )}
        {!props.edited && !moment && <PaceChoice pace={props.pace} onPace={props.onPace} />}
      </div>
      <GoesOn run={liveOf(state)} onGoOn={props.onGoOn} onStop={props.onStop} />
      {state.phase === 'failed' && <p class="snippet-notice">{state.message}</p>}
      {view.verdict && <p class="snippet-verdict">{view.verdict}</p>}
      <ol class="snippet-lines">
        <OutputRows
          rows={view.rows}
          shown={view.shown}
          highlighted={moment?.highlightedOutput}
          // The picture stands below.
          brief={isEndless(state)}
        />
        {view.end && <Ending script={view.end} waiting={view.shown <= view.rows.length} />}
      </ol>
      {view.end && <Detail script={view.end} waiting={view.shown <= view.rows.length} />}
    </div>
  );
}

/** Whether the program was not at its end when its run was, or is not yet. */
function isEndless(state: SnippetRun): boolean {
  if (state.phase === 'running') return state.soFar !== null;
  return state.phase === 'finished' && !WHOLE.has(state.result.script.outcome.kind);
}

const WHOLE: ReadonlySet<Outcome['kind']> = new Set(['exited', 'deadlocked', 'serving']);

/** The run of the reader's own program; null where the recording is shown. */
function liveOf(state: SnippetRun) {
  return state.phase === 'running' || state.phase === 'finished' ? state : null;
}

interface View {
  readonly rows: readonly ComparedRow[];
  /** How many rows are shown; the ending counts as one more. */
  readonly shown: number;
  /** Null while nobody knows yet how it ends. */
  readonly end: OutputScript | null;
  readonly clockNs: number | null;
  readonly verdict: string | null;
}

function viewOf(state: SnippetRun, expected: OutputScript): View {
  const whole = { rows: sameRows(expected.lines), end: expected, clockNs: null, verdict: null };
  switch (state.phase) {
    case 'rest':
    case 'played':
      return { ...whole, shown: Number.POSITIVE_INFINITY };
    case 'failed':
      return { ...whole, shown: Number.POSITIVE_INFINITY };
    case 'playing':
    case 'paused':
      return { ...whole, shown: linesBegunBy(expected, state.nowNs), clockNs: state.nowNs };
    case 'preparing':
      return { rows: [], shown: 0, end: null, clockNs: null, verdict: null };
    case 'running': {
      const rows = sameRows(state.output.lines);
      const clockNs = state.output.nowNs;
      return { rows, shown: rows.length, end: null, clockNs, verdict: null };
    }
    case 'finished': {
      const { script, comparison, verdict } = state.result;
      return {
        rows: comparison?.rows ?? sameRows(script.lines),
        shown: Number.POSITIVE_INFINITY,
        end: script,
        clockNs: null,
        verdict,
      };
    }
  }
}

/** Only what had been printed when the playhead was there. */
function watched(view: View, moment: Moment | null): View {
  if (!moment || !view.end) return view;
  const shown = moment.over ? Number.POSITIVE_INFINITY : printedRows(view.rows, moment.outputLines);
  return { ...view, shown, clockNs: moment.atNs };
}

/** How many rows show so many printed lines: a missing line was never printed. */
function printedRows(rows: readonly ComparedRow[], lines: number): number {
  let printed = 0;
  const next = rows.findIndex(({ kind }) => kind !== 'missing' && ++printed > lines);
  return next < 0 ? rows.length : next;
}

function sameRows(lines: readonly OutputLine[]): ComparedRow[] {
  return lines.map((line) => ({ kind: 'same', line }));
}

function titleOf({ state, edited, source }: OutputPanelProps): string {
  switch (state.phase) {
    case 'preparing':
      return 'Preparing Python …';
    case 'running':
      return 'Running …';
    case 'finished':
      if (state.further) return 'Output so far';
      return state.source === source ? 'Output of your version' : 'Output before your last change';
    default:
      return edited ? 'Output of the original' : 'Output';
  }
}

function PaceChoice({ pace, onPace }: Pick<OutputPanelProps, 'pace' | 'onPace'>) {
  return (
    <label class="snippet-speed">
      <span class="snippet-speed-label">Play</span>
      <select value={pace} onChange={(event) => onPace(event.currentTarget.value as Pace)}>
        {OUTPUT_PACES.map((each) => (
          <option key={each} value={each} selected={each === pace}>
            {PACES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
