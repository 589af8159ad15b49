import { expect, test } from 'vitest';
import {
  began,
  changed,
  created,
  parked,
  ready,
  seen,
  sleepUntil,
  step,
  suspended,
  threadStarted,
  traceOf,
  wait,
} from '../../trace/test-events.ts';
import { analysisOf } from '../analysis.ts';

test('a primitive has its changes, those who waited at it, and all who used it', () => {
  const turn = wait({ line: 4, call: 'Lock.acquire', primitive: 1 });
  const { primitives } = analysisOf(
    traceOf([
      ...created(0, 1, 'a'),
      ...created(0, 2, 'b'),
      began(0, 1),
      seen(0, 1, 'Lock', 'db_lock', { kind: 'lock', holder: null }, 1),
      changed(0, 1, 1, { kind: 'lock', holder: 1 }),
      suspended(0, 1, sleepUntil(1, 5)),
      ...step(0, 2, turn),
      threadStarted(0, 3, 'reader', 1),
      parked(0.5, 3, { ...turn, call: 'Lock.locked' }),
      ready(1, 1),
      began(1, 1),
      ready(1, 2, 1),
      changed(1, 1, 1, { kind: 'lock', holder: null }),
    ]),
  );
  const lock = primitives.get(1);
  expect(lock).toMatchObject({ label: 'db_lock', type: 'Lock', by: 1, location: { line: 1 } });
  expect(lock?.changes.map(({ atNs, by, state }) => [atNs / 1e9, by, state])).toEqual([
    [0, 1, { kind: 'lock', holder: null }],
    [0, 1, { kind: 'lock', holder: 1 }],
    [1, 1, { kind: 'lock', holder: null }],
  ]);
  expect(lock?.waits.map(({ agent, fromNs, toNs }) => [agent, fromNs, toNs])).toEqual([
    [2, 0, 1e9],
    [3, 0.5e9, null],
  ]);
  expect([...(lock?.users ?? [])]).toEqual([1, 2, 3]);
});

test('those that are called the same are numbered', () => {
  const free = { kind: 'lock', holder: null } as const;
  const { primitives } = analysisOf(
    traceOf([
      seen(0, 1, 'Lock', null, free),
      seen(0, 2, 'Lock', 'door', free),
      seen(0, 3, 'Lock', null, free),
    ]),
  );
  expect([...primitives.values()].map(({ label }) => label)).toEqual([
    'Lock #1',
    'door',
    'Lock #2',
  ]);
});
