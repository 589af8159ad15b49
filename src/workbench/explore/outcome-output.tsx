import { useMemo } from 'preact/hooks';
import {
  type AlignedRow,
  alignLists,
  isChangedText,
  type Likeness,
} from '../../analysis/align-lists.ts';
import { LongText } from '../output/long-text.tsx';

export interface OutcomeOutputProps {
  readonly output: string;
  /** What the usual order prints. */
  readonly usual: string;
}

/** Lines beyond these are counted, not drawn. */
const MOST = { first: 60, last: 20 };

/** All that an outcome printed; where it is another text than usual, line by line against that. */
export function OutcomeOutput({ output, usual }: OutcomeOutputProps) {
  const rows = useMemo(
    () => alignLists(linesOf(usual), linesOf(output), LIKENESS),
    [output, usual],
  );
  if (rows.length === 0) return <p class="orders-quiet">It printed nothing.</p>;
  const left = rows.length - MOST.first - MOST.last;
  const drawn = left > 0 ? [...rows.slice(0, MOST.first), null, ...rows.slice(-MOST.last)] : rows;
  return (
    <ol class="orders-lines">
      {drawn.map((row, at) =>
        row ? (
          <OutputLine key={at} row={row} />
        ) : (
          <li key={at} class="orders-quiet">
            … {left.toLocaleString('en-GB')} more lines …
          </li>
        ),
      )}
    </ol>
  );
}

/** Of what an outcome printed, one line: the last that is not as usual, or the last. */
export function TellingLine({ output, usual }: OutcomeOutputProps) {
  const row = useMemo(() => {
    const rows = alignLists(linesOf(printedBy(usual)), linesOf(printedBy(output)), LIKENESS);
    const isOwn = ({ kind }: AlignedRow<string>) => kind === 'changed' || kind === 'right-only';
    return rows.findLast(isOwn) ?? rows.findLast(({ kind }) => kind !== 'same') ?? rows.at(-1);
  }, [output, usual]);
  if (!row) return null;
  return (
    <ol class="orders-lines" data-brief>
      <OutputLine row={row} />
    </ol>
  );
}

/** Without the traceback of how it ended, which is told. */
function printedBy(output: string): string {
  const at = output.lastIndexOf('Traceback (most recent call last):');
  return at < 0 ? output : output.slice(0, at);
}

const MARKS: Record<AlignedRow<string>['kind'], { readonly sign: string; readonly word: string }> =
  {
    same: { sign: '', word: '' },
    changed: { sign: '≠', word: 'Changed: ' },
    'right-only': { sign: '+', word: 'Added: ' },
    'left-only': { sign: '−', word: 'Missing: ' },
  };

function OutputLine({ row }: { readonly row: AlignedRow<string> }) {
  const { sign, word } = MARKS[row.kind];
  return (
    <li data-kind={row.kind}>
      <span class="orders-mark" aria-hidden="true">
        {sign}
      </span>
      <span class="orders-line">
        {word && <span class="sr-only">{word}</span>}
        {row.kind === 'left-only' ? (
          <del>
            <LongText text={row.left} />
          </del>
        ) : (
          <LongText text={row.right} />
        )}
        {row.kind === 'changed' && (
          <span class="orders-was">
            {' '}
            usually <LongText text={row.left} />
          </span>
        )}
      </span>
    </li>
  );
}

const LIKENESS: Likeness<string> = { isSame: (a, b) => a === b, isChange: isChangedText };

function linesOf(output: string): readonly string[] {
  return output === '' ? [] : output.replace(/\n$/, '').split('\n');
}
