import { expect, test } from 'vitest';
import { analysisOf } from '../analysis/analysis.ts';
import { align } from '../analysis/compare/align.ts';
import type { Trace } from '../trace/schema.ts';
import { created, manySleepers, slept, step, traceOf } from '../trace/test-events.ts';
import { comparedRows, pairLanes } from './compared-rows.ts';
import { comparedShapes } from './compared-shapes.ts';

const main = created(0, 1, 'main', 0, { line: 20 });
const task = (id: number, name: string, line: number) => created(0, id, name, 1, { line });

test('what only one run has stands where it is there, and its row is empty in the other', () => {
  const left = traceOf([main, task(2, 'first', 10), task(3, 'last', 12)]);
  const right = traceOf([main, task(2, 'first', 10), task(3, 'new', 11), task(4, 'last', 12)]);
  expect(drawn(left, right)).toEqual(['main | main', 'first | first', '- | new', 'last | last']);
  expect(drawn(right, left)).toEqual(['main | main', 'first | first', 'new | -', 'last | last']);
});

test('of many, those that ended alike in both runs share a row', () => {
  const left = manySleepers(200, 1);
  const pairs = pairsOf(left, manySleepers(200, 1));
  const rows = comparedRows(pairs, new Set());
  expect(rows.map(({ pairs: of }) => of.length)).toEqual([1, 200]);
  const failed = pairsOf(left, manySleepers(199, 1));
  expect(comparedRows(failed, new Set()).map(({ pairs: of }) => of.length)).toEqual([1, 199, 1]);
});

test('of one lane, what both runs have at the same place is the same', () => {
  const left = traceOf([main, slept(0, 1, 1), step(1, 1, null)]);
  const right = traceOf([main, slept(0, 1, 2), step(2, 1, null)]);
  const window = { fromNs: 0, toNs: 2e9 };
  const [lanes, others] = [left, right].map((trace) => analysisOf(trace).lanes);
  const context = (trace: Trace) => ({ window, trace, labels: new Map() });
  const shapes = comparedShapes(
    [lanes?.[0] ?? null, context(left)],
    [others?.[0] ?? null, context(right)],
  );
  expect(shapes.isSame).toBe(false);
  expect(shapes.left.map(({ shape, isSame }) => `${shape.kind} ${isSame}`)).toEqual([
    'span false',
    'tick true',
    'tick false',
    'finish false',
  ]);
  const same = comparedShapes(
    [lanes?.[0] ?? null, context(left)],
    [lanes?.[0] ?? null, context(left)],
  );
  expect(same.isSame).toBe(true);
});

function pairsOf(left: Trace, right: Trace) {
  return pairLanes(analysisOf(left).lanes, analysisOf(right).lanes, align(left, right));
}

function drawn(left: Trace, right: Trace): string[] {
  return comparedRows(pairsOf(left, right), new Set()).map(({ pairs: [pair] }) =>
    [pair?.left, pair?.right].map((lane) => lane?.label ?? '-').join(' | '),
  );
}
