import type { ComparedRow } from '../../analysis/compare-output.ts';
import type { OutputLine } from '../../analysis/playback.ts';
import { formatSeconds } from '../../analysis/transcript.ts';
import { LongText } from '../output/long-text.tsx';
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
        {rows.slice(0, MOST_ROWS).map((row, index) => {
          const [ours, theirs] = sidesOf(row);
          return (
            <tr key={index} data-kind={row.kind}>
              {[ours, theirs].map((line, side) => (
                <td key={side} data-waiting={isLater(line)}>
                  {line && (
                    <span class="cv-line" data-stream={line.stream}>
                      <span class="snippet-time">{formatSeconds(line.atNs)}</span>
                      <span class="snippet-text">
                        <span class="sr-only">{WORDS[row.kind]}</span>
                        <LongText text={line.text} />
                      </span>
                    </span>
                  )}
                </td>
              ))}
            </tr>
          );
        })}
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
