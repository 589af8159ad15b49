import { expect, test } from 'vitest';
import { stateAt } from '../analysis/state-at.ts';
import { stepCount } from '../analysis/steps.ts';
import {
  began,
  changed,
  created,
  line,
  printed,
  seen,
  sleepUntil,
  suspended,
  traceOf,
  wait,
} from '../trace/test-events.ts';
import { lineMarks } from './line-marks.ts';
import { type Pointed, relatedTo } from './related.ts';

const LOCK = { kind: 'lock', holder: null } as const;

const TRACE = traceOf([
  ...created(0, 1, 'a'),
  ...created(0, 2, 'b'),
  began(0, 1),
  line(0, 1, 5),
  printed(0, 1, 'one\ntwo\n'),
  seen(0, 1, 'Lock', 'door', LOCK),
  changed(0, 1, 1, { ...LOCK, holder: 1 }),
  suspended(0, 1, sleepUntil(2, 6)),
  began(0, 2),
  printed(0, 2, 'three'),
  suspended(0, 2, wait({ line: 8, call: 'Lock.acquire', primitive: 1 })),
]);
const STATE = stateAt(TRACE, stepCount(TRACE) - 1);

const highlighted = (pointed: Pointed) => {
  const related = relatedTo(TRACE, STATE, pointed);
  return Object.entries(related).flatMap(([what, ids]) => {
    const list = [...(ids as Iterable<number>)];
    return list.length > 0 ? [`${what} ${list.join(' ')}`] : [];
  });
};

test('a task lights its line, its lock and its output', () => {
  expect(highlighted({ kind: 'agent', id: 1 })).toEqual([
    'agents 1',
    'lines 6',
    'primitives 1',
    'output 0 1',
  ]);
});

test('a lock lights its holder, those who wait for it, and where they wait', () => {
  expect(highlighted({ kind: 'primitive', id: 1 })).toEqual([
    'agents 1 2',
    'lines 8',
    'primitives 1',
  ]);
});

test('a line of output lights who printed it, and where', () => {
  expect(highlighted({ kind: 'output', id: 1 })).toEqual(['agents 1', 'lines 5', 'output 1']);
  expect(highlighted({ kind: 'output', id: 2 })).toEqual(['agents 2', 'output 2']);
});

test('a line lights who stands at it and what it printed', () => {
  expect(highlighted({ kind: 'line', id: 8 })).toEqual(['agents 2', 'lines 8']);
  expect(highlighted({ kind: 'line', id: 5 })).toEqual(['lines 5', 'output 0 1']);
});

test('lines are marked for those who wait at them, once each', () => {
  expect(lineMarks(STATE)).toEqual([
    { line: 6, state: 'waiting' },
    { line: 8, state: 'waiting' },
  ]);
  expect(lineMarks(STATE, [8])[1]).toEqual({ line: 8, state: 'highlighted' });
});
