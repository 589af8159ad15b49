import type { ComparedRow } from '../../analysis/compare-output.ts';
import type { OutputLine } from '../../analysis/playback.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { LongText } from '../output/long-text.tsx';
import {
  type PrintedTraceback,
  printedTracebacks,
} from '../output/traceback/printed-tracebacks.ts';
import { TracebackBlock } from '../output/traceback/traceback-block.tsx';
import type { Comparison } from './comparison.ts';

export interface ComparedOutputProps {
  readonly comparison: Comparison;
  /** Lines from then on have not been printed yet; null where all have. */
  readonly atNs: number | null;
}

/** Rows beyond these are counted, not drawn. */
const MOST_ROWS = 300;

const WORDS: Record<ComparedRow['kind'], string> = {
  same: '',
  retimed: 'At another time: ',
  changed: 'Changed: ',
  added: 'In the second only: ',
  missing: 'In the first only: ',
};

/** What both printed, the lines beside each other. */
export function ComparedOutput({ comparison, atNs }: ComparedOutputProps) {
  const { left, right, differences } = comparison;
  const { rows } = differences.output;
  if (rows.length === 0) return <p class="cv-nothing">Neither run printed anything.</p>;
  const isLater = (line: OutputLine | null) =>
    (atNs !== null && line !== null && line.atNs > atNs) || undefined;
  return (
    <table class="cv-output">
      <caption class="sr-only">What both printed</caption>
      <thead>
        <tr>
          <th scope="col">{left.title}</th>
          <th scope="col">{right.title}</th>
        </tr>
      </thead>
      <tbody>
        {itemsOf(rows.slice(0, MOST_ROWS)).map(({ kind, cells, key }) => (
          <tr key={key} data-kind={kind}>
            {cells.map((cell, side) => (
              <td key={side} data-waiting={isLater(cell)}>
                {cell && <Cell cell={cell} word={WORDS[kind]} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {rows.length > MOST_ROWS && (
        <tfoot>
          <tr>
            <td colSpan={2}>… {(rows.length - MOST_ROWS).toLocaleString('en-GB')} more lines …</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** What stands on one side of a row: a line, or all of a traceback. */
interface CellContent extends OutputLine {
  readonly traceback: PrintedTraceback | null;
}

interface Item {
  readonly key: string;
  readonly kind: ComparedRow['kind'];
  readonly cells: readonly [CellContent | null, CellContent | null];
}

function Cell({ cell, word }: { readonly cell: CellContent; readonly word: string }) {
  const { atNs, stream, text, traceback } = cell;
  return (
    <div class="cv-line" data-stream={stream}>
      <span class="snippet-time">{formatSeconds(atNs)}</span>
      <div class="snippet-text">
        <span class="sr-only">
          {word}
          {stream === 'stderr' ? 'stderr: ' : ''}
        </span>
        {traceback ? <TracebackBlock printed={traceback} number={0} /> : <LongText text={text} />}
      </div>
    </div>
  );
}

/** The rows, with all lines of a traceback as one. */
function itemsOf(rows: readonly ComparedRow[]): readonly Item[] {
  const tracebacks = new Map(
    [...printedTracebacks(rows), ...printedTracebacks(rows.map(asAdded))].map((each) => [
      each.from,
      each,
    ]),
  );
  const items: Item[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] as ComparedRow;
    const traceback = tracebacks.get(at) ?? null;
    const [left, right] = sidesOf(row).map((line) => line && { ...line, traceback });
    items.push({ key: `${at}`, kind: row.kind, cells: [left ?? null, right ?? null] });
    at = traceback?.to ?? at + 1;
  }
  return items;
}

/** What only the first printed, as what only the second did; the rest as no part of any traceback. */
function asAdded(row: ComparedRow): ComparedRow {
  if (row.kind === 'missing') return { kind: 'added', line: row.expected };
  return row.kind === 'retimed' ? row : { kind: 'retimed', line: row.line, expected: row.line };
}

function sidesOf(row: ComparedRow): readonly [OutputLine | null, OutputLine | null] {
  switch (row.kind) {
    case 'same':
      // At times that read the same.
      return [row.line, row.line];
    case 'retimed':
    case 'changed':
      return [row.expected, row.line];
    case 'added':
      return [null, row.line];
    case 'missing':
      return [row.expected, null];
  }
}
