import { expect, it } from 'vitest';
import type { ComparedRow } from '../../../analysis/compare-output.ts';
import { printedTracebacks } from './printed-tracebacks.ts';

const TRACEBACK = [
  'Traceback (most recent call last):',
  '  File "main.py", line 3, in f',
  '    {}[1]',
  'KeyError: 1',
];

function rowsOf(
  texts: readonly string[],
  kind: 'same' | 'added' = 'same',
  atNs = 0,
): ComparedRow[] {
  return texts.map((text) => ({ kind, line: { atNs, stream: 'stderr', text } }));
}

function stdout(text: string): ComparedRow {
  return { kind: 'same', line: { atNs: 0, stream: 'stdout', text } };
}

/** `1 to 4: KeyError: 1` */
function found(rows: readonly ComparedRow[]): string[] {
  return printedTracebacks(rows).map(
    ({ from, to, lead, isAdded, traceback }) =>
      `${from} to ${to - 1}${lead > 0 ? `, ${lead} of lead` : ''}${isAdded ? ', added' : ''}: ${traceback.headline}`,
  );
}

it('finds tracebacks among what else was printed', () => {
  const rows = [
    stdout('one'),
    ...rowsOf(TRACEBACK),
    ...rowsOf(['a warning']),
    ...rowsOf(TRACEBACK),
  ];
  expect(found(rows)).toEqual(['1 to 4: KeyError: 1', '6 to 9: KeyError: 1']);
});

it('takes what asyncio and threading say before one with it', () => {
  const unheard = ['Task exception was never retrieved', 'future: <Task finished>', ...TRACEBACK];
  expect(found(rowsOf([...unheard, ...unheard]))).toEqual([
    '0 to 5, 2 of lead: KeyError: 1',
    '6 to 11, 2 of lead: KeyError: 1',
  ]);
  expect(found(rowsOf(['Exception in thread Thread-1 (work):', ...TRACEBACK]))).toEqual([
    '0 to 4, 1 of lead: KeyError: 1',
  ]);
  expect(
    found(rowsOf(['Exception in callback show()', 'handle: <Handle>', 'no traceback'])),
  ).toEqual([]);
});

it('takes one that a comparison found new for one', () => {
  expect(found(rowsOf(TRACEBACK, 'added'))).toEqual(['0 to 3, added: KeyError: 1']);
});

it('leaves the rows of one alone that differs in some lines', () => {
  const [first, ...others] = rowsOf(TRACEBACK);
  const [changed] = rowsOf(TRACEBACK, 'added');
  expect(found([changed as ComparedRow, ...others])).toEqual([]);
  const was = { atNs: 0, stream: 'stderr' as const, text: 'KeyError: 2' };
  const last = others.at(-1);
  if (first && last?.kind === 'same') {
    expect(
      found([first, ...others.slice(0, -1), { kind: 'changed', line: last.line, expected: was }]),
    ).toEqual([]);
  }
  expect(
    found(
      rowsOf(TRACEBACK).map(({ kind: _, ...row }) => ({
        kind: 'missing',
        expected: (row as { line: typeof was }).line,
      })),
    ),
  ).toEqual([]);
});

it('leaves the rows of one alone that was not printed at one moment, or not in one piece', () => {
  expect(
    found([...rowsOf(TRACEBACK.slice(0, 2)), ...rowsOf(TRACEBACK.slice(2), 'same', 1e9)]),
  ).toEqual([]);
  expect(
    found([...rowsOf(TRACEBACK.slice(0, 2)), stdout('between'), ...rowsOf(TRACEBACK.slice(2))]),
  ).toEqual([]);
});

it('counts the lines of one from its own first row', () => {
  const [printed] = printedTracebacks([stdout('one'), ...rowsOf(TRACEBACK)]);
  expect(printed?.traceback.headlineAt).toBe(3);
  expect(printed?.texts).toEqual(TRACEBACK);
});
