import type { ComparedRow } from '../../analysis/compare-output.ts';
import type { OutputLine } from '../../analysis/playback.ts';
import { formatSeconds } from '../../analysis/transcript.ts';

/** Rows beyond these are counted, not drawn: a runaway loop prints a hundred thousand. */
const MOST_ROWS = { first: 300, last: 100 };
/** Where they push something else out of sight. */
const BRIEF_ROWS = { first: 24, last: 6 };

export interface OutputRowsProps {
  readonly rows: readonly ComparedRow[];
  /** Rows from here on have not been printed yet; they keep their place, unseen. */
  readonly shown: number;
  /** The printed lines to highlight, numbered from 0. */
  readonly highlighted?: ReadonlySet<number> | undefined;
  /** Whether to draw the beginning and the end alone of what is long. */
  readonly brief?: boolean;
}

export function OutputRows({ rows, shown, highlighted, brief = false }: OutputRowsProps) {
  const { first, last } = brief ? BRIEF_ROWS : MOST_ROWS;
  const left = rows.length - first - last;
  const numbers = printedNumbers(rows);
  const draw = (row: ComparedRow, at: number) => (
    <OutputRow
      key={at}
      row={row}
      before={rows[at - 1]}
      waiting={at >= shown}
      number={numbers[at] ?? null}
      highlighted={highlighted?.has(numbers[at] ?? -1)}
    />
  );
  if (left <= 0) return <>{rows.map(draw)}</>;
  return (
    <>
      {rows.slice(0, first).map(draw)}
      <li class="snippet-line" data-kind="left-out">
        <span class="snippet-text">… {left.toLocaleString('en-GB')} more lines …</span>
      </li>
      {rows.slice(-last).map((row, at) => draw(row, rows.length - last + at))}
    </>
  );
}

function printedNumbers(rows: readonly ComparedRow[]): (number | null)[] {
  let next = 0;
  return rows.map(({ kind }) => (kind === 'missing' ? null : next++));
}

const MARKS: Record<ComparedRow['kind'], { readonly sign: string; readonly word: string }> = {
  same: { sign: '', word: '' },
  retimed: { sign: '~', word: 'At another time: ' },
  changed: { sign: '≠', word: 'Changed: ' },
  added: { sign: '+', word: 'Added: ' },
  missing: { sign: '−', word: 'Missing: ' },
};

interface OutputRowProps {
  readonly row: ComparedRow;
  readonly before: ComparedRow | undefined;
  readonly waiting: boolean;
  /** Which of the printed lines it is; null for one that is missing. */
  readonly number: number | null;
  readonly highlighted: boolean | undefined;
}

function OutputRow({ row, before, waiting, number, highlighted }: OutputRowProps) {
  const line = lineOf(row);
  const last = before && lineOf(before);
  const time = formatSeconds(line.atNs);
  const { sign, word } = MARKS[row.kind];
  const stderr = line.stream === 'stderr';
  return (
    <li
      class="snippet-line"
      data-kind={row.kind}
      data-stream={line.stream}
      data-waiting={waiting || undefined}
      data-output={number ?? undefined}
      data-highlighted={highlighted || undefined}
    >
      <span
        class="snippet-time"
        data-again={(last && formatSeconds(last.atNs) === time) || undefined}
      >
        {time}
      </span>
      <span class="snippet-sign" aria-hidden="true">
        {sign || (stderr && last?.stream !== 'stderr' ? 'err' : '')}
      </span>
      <span class="snippet-text">
        {(word || stderr) && (
          <span class="sr-only">
            {word}
            {stderr ? 'stderr: ' : ''}
          </span>
        )}
        {row.kind === 'missing' ? <del>{line.text}</del> : line.text}
        {row.kind === 'retimed' && <Was>at {formatSeconds(row.expected.atNs)}</Was>}
        {row.kind === 'changed' && <Was>{row.expected.text}</Was>}
      </span>
    </li>
  );
}

function Was({ children }: { readonly children: preact.ComponentChildren }) {
  return <span class="snippet-was">was {children}</span>;
}

function lineOf(row: ComparedRow): OutputLine {
  return row.kind === 'missing' ? row.expected : row.line;
}
