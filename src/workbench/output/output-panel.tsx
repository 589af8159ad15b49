import type { ComparedRow } from '../../analysis/compare-output.ts';
import {
  linesBegunBy,
  type OutputLine,
  type OutputScript,
  type PlaybackSpeed,
} from '../../analysis/playback.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { describeOutcome } from '../../insights/describe-outcome.ts';
import { Icon } from '../../ui/icons.tsx';
import type { Moment } from '../picture/run-view.tsx';
import type { RunState } from '../run/run-state.ts';
import { OutputRows } from './output-rows.tsx';

export interface OutputPanelProps {
  readonly expected: OutputScript;
  readonly state: RunState;
  /** The reader's text as it is now, and whether it differs from the snippet's. */
  readonly text: string;
  readonly edited: boolean;
  readonly speed: PlaybackSpeed;
  readonly onSpeed: (speed: PlaybackSpeed) => void;
  readonly onSkip: () => void;
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
        {!props.edited && !moment && <SpeedChoice speed={props.speed} onSpeed={props.onSpeed} />}
      </div>
      {state.phase === 'failed' && <p class="snippet-notice">{state.message}</p>}
      {view.verdict && <p class="snippet-verdict">{view.verdict}</p>}
      <ol class="snippet-lines">
        <OutputRows rows={view.rows} shown={view.shown} lit={moment?.litOutput} />
        {view.end && <Ending script={view.end} waiting={view.shown <= view.rows.length} />}
      </ol>
      {view.end && <Detail script={view.end} waiting={view.shown <= view.rows.length} />}
    </div>
  );
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

function viewOf(state: RunState, expected: OutputScript): View {
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

function titleOf({ state, edited, text }: OutputPanelProps): string {
  switch (state.phase) {
    case 'preparing':
      return 'Preparing Python …';
    case 'running':
      return 'Running …';
    case 'finished':
      return state.text === text ? 'Output of your version' : 'Output before your last change';
    default:
      return edited ? 'Output of the original' : 'Output';
  }
}

export interface EndProps {
  readonly script: OutputScript;
  /** Not there yet: it keeps its place, unseen. */
  readonly waiting: boolean;
}

/** How the run ended, as the last row of its output. */
export function Ending({ script, waiting }: EndProps) {
  const { summary, ok } = describeOutcome(script.outcome);
  return (
    <li
      class="snippet-line"
      data-kind="ending"
      data-ok={ok || undefined}
      data-waiting={waiting || undefined}
    >
      <span class="snippet-time">{formatSeconds(script.endedNs)}</span>
      <span class="snippet-sign" aria-hidden="true">
        ■
      </span>
      <span class="snippet-text">{summary}</span>
    </li>
  );
}

/** What there is to read of it: a deadlock report, the words of a limit. */
export function Detail({ script, waiting }: EndProps) {
  const { detail } = describeOutcome(script.outcome);
  if (detail === '') return null;
  return (
    <pre class="snippet-detail" data-waiting={waiting || undefined}>
      {detail}
    </pre>
  );
}

const SPEEDS: Record<PlaybackSpeed, string> = {
  'real-time': 'in real time',
  fast: '4 × faster',
  'at-once': 'at once',
};

interface SpeedChoiceProps {
  readonly speed: PlaybackSpeed;
  readonly onSpeed: (speed: PlaybackSpeed) => void;
}

function SpeedChoice({ speed, onSpeed }: SpeedChoiceProps) {
  return (
    <label class="snippet-speed">
      <span class="snippet-speed-label">Play</span>
      <select
        value={speed}
        onChange={(event) => onSpeed(event.currentTarget.value as PlaybackSpeed)}
      >
        {Object.entries(SPEEDS).map(([value, text]) => (
          <option key={value} value={value} selected={value === speed}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
