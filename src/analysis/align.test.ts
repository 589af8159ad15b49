import { expect, test } from 'vitest';
import type { Trace } from '../trace/schema.ts';
import { created, ready, slept, step, traceOf } from '../trace/test-events.ts';
import { align } from './align.ts';
import { analysisOf } from './analysis.ts';

const fetching = (task: number) => created(0, task, 'fetch', 1, { line: 12 });
const saving = (task: number) => created(0, task, 'save', 1, { line: 14 });
const main = created(0, 1, 'main', 0, { line: 20 });

test('tasks are paired by where and as which they were made, whatever their numbers', () => {
  const left = traceOf([main, fetching(2), fetching(3), saving(4)]);
  const right = traceOf([main, saving(2), fetching(3)]);
  expect(pairs(left, right)).toEqual([
    'the main program = the main program',
    'main = main',
    'fetch #2 = fetch',
    'fetch #3 = -',
    'save = save',
  ]);
  expect(pairs(right, left).at(-1)).toBe('- = fetch #3');
});

test('two runs part at the first event of another kind, time or agent', () => {
  const one = [main, slept(0, 1, 1)];
  const parts = (right: Trace) => align(traceOf(one), right).difference;
  expect(parts(traceOf(one))).toBeNull();
  expect(parts(traceOf([main, slept(0, 1, 2)]))).toEqual({ eventIndex: 5, atNs: 1e9 });
  expect(parts(traceOf([main, fetching(2)]))).toEqual({ eventIndex: 3, atNs: 0 });
  expect(parts(traceOf([...one, step(1, 1, null)]))).toEqual({ eventIndex: 6, atNs: 1e9 });
  expect(parts(traceOf(one, { endedS: 2 }))).toEqual({ eventIndex: 6, atNs: 1e9 });
});

test('who wakes first is a difference even between tasks of the same coroutine', () => {
  const left = traceOf([main, fetching(2), fetching(3), ready(1, 2), ready(1, 3)]);
  const right = traceOf([main, fetching(2), fetching(3), ready(1, 3), ready(1, 2)]);
  expect(align(left, right).difference).toEqual({ eventIndex: 7, atNs: 1e9 });
});

function pairs(left: Trace, right: Trace): string[] {
  const label = (trace: Trace, id: number | null) =>
    id === null ? '-' : analysisOf(trace).agents.get(id)?.label;
  return align(left, right).pairs.map(
    (pair) => `${label(left, pair.left)} = ${label(right, pair.right)}`,
  );
}
