import { useMemo } from 'preact/hooks';
import type { ComparedRow } from '../../analysis/compare-output.ts';
import type { OutputLine, OutputScript } from '../../analysis/playback.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import type { Moment } from '../picture/run-view.tsx';
import { Ending } from './ending.tsx';
import { OutputRows } from './output-rows.tsx';
import './output-panel.css';

/** What a program printed, as far as it is known. */
export interface ShownOutput {
  readonly title: string;
  readonly rows: readonly ComparedRow[];
  /** Null while nobody knows yet how it ends. */
  readonly end: OutputScript | null;
  /** How far a run under way has come; null where none is. */
  readonly clockNs: number | null;
  /** How it differs from what was expected, in a sentence; null where nothing was. */
  readonly difference: string | null;
}

export interface OutputPanelProps {
  readonly output: ShownOutput;
  /** Where the playhead of the picture stands; null where there is none. */
  readonly moment: Moment | null;
  /**
   * Whether what has not been printed yet is unseen while the run plays. It is faint else: what has
   * been seen does not vanish.
   */
  readonly withholds: boolean;
}

/** What the program prints, each line with its virtual time, and how it ends. */
export function OutputPanel({ output, moment, withholds }: OutputPanelProps) {
  const { rows, end, clockNs } = output;
  const printed = moment?.outputLines ?? null;
  const shown = printed === null ? Number.POSITIVE_INFINITY : printedRows(rows, printed);
  const highlighted = moment?.highlightedOutput;
  // A frame that prints nothing costs nothing, however long the output.
  const drawn = useMemo(
    () => <OutputRows rows={rows} shown={shown} highlighted={highlighted} />,
    [rows, shown, highlighted],
  );
  const isUnseen = withholds && moment?.playing === true;
  return (
    <div class="snippet-output" data-withholds={isUnseen || undefined}>
      <div class="snippet-output-head">
        <span class="snippet-output-title">{output.title}</span>
        {clockNs !== null && (
          <span class="snippet-clock">
            <span class="sr-only">Virtual time </span>
            {formatSeconds(clockNs)} s
          </span>
        )}
      </div>
      {output.difference && <p class="snippet-difference">{output.difference}</p>}
      <ol class="snippet-lines">
        {drawn}
        {end && <Ending script={end} waiting={printed !== null} />}
      </ol>
    </div>
  );
}

/** How many rows show so many printed lines: a missing line was never printed. */
function printedRows(rows: readonly ComparedRow[], lines: number): number {
  let printed = 0;
  const next = rows.findIndex(({ kind }) => kind !== 'missing' && ++printed > lines);
  return next < 0 ? rows.length : next;
}

export function sameRows(lines: readonly OutputLine[]): ComparedRow[] {
  return lines.map((line) => ({ kind: 'same', line }));
}
