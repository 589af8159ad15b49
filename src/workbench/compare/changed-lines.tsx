import type { AlignedRow } from '../../analysis/align-lists.ts';
import { isOnlyIndented, type NumberedLine } from '../../analysis/compare/source-lines.ts';

export interface ChangedLinesProps {
  readonly lines: readonly AlignedRow<NumberedLine>[];
}

/** Of more lines nobody reads each: then it is another program. */
const MOST_LINES = 40;

/** The lines in which two programs differ. */
export function ChangedLines({ lines }: ChangedLinesProps) {
  const changed = lines.filter(({ kind }) => kind !== 'same').flatMap(printedLines);
  if (changed.length === 0) return null;
  return (
    <ul class="cv-code" aria-label="Lines of the program that differ">
      {changed.slice(0, MOST_LINES).map(({ side, line }) => (
        <li key={`${side} ${line.number}`} data-side={side}>
          <span class="cv-number">
            <span class="sr-only">{WORDS[side]}, line </span>
            {line.number}
          </span>
          <span aria-hidden="true">{SIGNS[side]}</span>
          <code>{line.text}</code>
        </li>
      ))}
      {changed.length > MOST_LINES && <li>… and {changed.length - MOST_LINES} more lines.</li>}
    </ul>
  );
}

interface PrintedLine {
  readonly side: 'left' | 'right' | 'indented';
  readonly line: NumberedLine;
}

const SIGNS: Record<PrintedLine['side'], string> = { left: '−', right: '+', indented: '⇥' };
const WORDS: Record<PrintedLine['side'], string> = {
  left: 'First program',
  right: 'Second program',
  indented: 'Indented otherwise in the second program',
};

function printedLines(row: AlignedRow<NumberedLine>): readonly PrintedLine[] {
  if (row.kind === 'changed' && isOnlyIndented(row.left, row.right)) {
    return [{ side: 'indented', line: row.right }];
  }
  return [
    ...('left' in row ? [{ side: 'left', line: row.left } as const] : []),
    ...('right' in row ? [{ side: 'right', line: row.right } as const] : []),
  ];
}
