import type { ComparedRow } from '../../analysis/compare-output.ts';
import type { OutputLine } from '../../analysis/playback.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { LongText } from './long-text.tsx';
import { type PrintedTraceback, printedTracebacks } from './traceback/printed-tracebacks.ts';
import { TracebackBlock } from './traceback/traceback-block.tsx';

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
  const drawRow = (at: number) => (
    <OutputRow
      key={at}
      row={rows[at] as ComparedRow}
      before={rows[at - 1]}
      waiting={at >= shown}
      number={numbers[at] ?? null}
      highlighted={highlighted?.has(numbers[at] ?? -1)}
    />
  );
  const draw = (from: number, to: number) =>
    itemsOf(rows.slice(from, to)).map((item) =>
      typeof item === 'number' ? (
        drawRow(from + item)
      ) : (
        <TracebackRow
          key={from + item.from}
          printed={item}
          before={rows[from + item.from - 1]}
          waiting={from + item.from >= shown}
          number={numbers[from + item.from] ?? 0}
          highlighted={highlighted}
        />
      ),
    );
  if (left <= 0) return <>{draw(0, rows.length)}</>;
  return (
    <>
      {draw(0, first)}
      <li class="snippet-line" data-kind="left-out">
        <span class="snippet-text">… {left.toLocaleString('en-GB')} more lines …</span>
      </li>
      {draw(rows.length - last, rows.length)}
    </>
  );
}

/** The rows by their index, those of a traceback as one. */
function itemsOf(rows: readonly ComparedRow[]): readonly (number | PrintedTraceback)[] {
  const items: (number | PrintedTraceback)[] = [];
  let at = 0;
  for (const printed of printedTracebacks(rows)) {
    while (at < printed.from) items.push(at++);
    items.push(printed);
    at = printed.to;
  }
  while (at < rows.length) items.push(at++);
  return items;
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
  const text = <LongText text={line.text} />;
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
        {row.kind === 'missing' ? <del>{text}</del> : text}
        {row.kind === 'retimed' && <Was>at {formatSeconds(row.expected.atNs)}</Was>}
        {row.kind === 'changed' && <Was>{row.expected.text}</Was>}
      </span>
    </li>
  );
}

interface TracebackRowProps {
  readonly printed: PrintedTraceback;
  readonly before: ComparedRow | undefined;
  readonly waiting: boolean;
  readonly number: number;
  readonly highlighted: ReadonlySet<number> | undefined;
}

function TracebackRow({ printed, before, waiting, number, highlighted }: TracebackRowProps) {
  const { atNs, isAdded, texts } = printed;
  const last = before && lineOf(before);
  const time = formatSeconds(atNs);
  const { sign, word } = MARKS[isAdded ? 'added' : 'same'];
  return (
    <li
      class="snippet-line"
      data-kind={isAdded ? 'added' : 'traceback'}
      data-stream="stderr"
      data-waiting={waiting || undefined}
      data-output={number}
      data-highlighted={texts.some((_, at) => highlighted?.has(number + at)) || undefined}
    >
      <span
        class="snippet-time"
        data-again={(last && formatSeconds(last.atNs) === time) || undefined}
      >
        {time}
      </span>
      <span class="snippet-sign" aria-hidden="true">
        {sign || (last?.stream === 'stderr' ? '' : 'err')}
      </span>
      <div class="snippet-text">
        <span class="sr-only">{word}stderr: </span>
        <TracebackBlock printed={printed} number={number} />
      </div>
    </li>
  );
}

function Was({ children }: { readonly children: preact.ComponentChildren }) {
  return <span class="snippet-was">was {children}</span>;
}

function lineOf(row: ComparedRow): OutputLine {
  return row.kind === 'missing' ? row.expected : row.line;
}
