import { expect, test } from 'vitest';
import {
  jobBegan,
  jobCancelled,
  jobEnded,
  seen,
  submitted,
  threadStarted,
  traceOf,
} from '../../trace/test-events.ts';
import { analysisOf } from '../analysis.ts';

test('a pool says how many jobs it runs, how many wait for a place, and since when', () => {
  const { pools, jobs } = analysisOf(
    traceOf([
      seen(0, 1, 'ThreadPoolExecutor', 'pool', { kind: 'pool', places: 1 }),
      submitted(0, 1, 1, 'crunch'),
      threadStarted(0, 1, 'pool_0', 0, { pool: 1 }),
      jobBegan(0, 1, 1),
      submitted(0, 2, 1, 'crunch'),
      submitted(0.5, 3, 1, 'crunch'),
      jobCancelled(0.75, 3, 0),
      jobEnded(1, 1, 1),
      jobBegan(1, 2, 1),
      jobCancelled(1.5, 2, 0, true),
      jobEnded(2, 2, 1, 'raised'),
    ]),
  );
  const pool = pools.get(1);
  expect(pool).toMatchObject({ label: 'pool', places: 1 });
  expect(pool?.load.map(({ atNs, busy, queued }) => `${atNs / 1e9}: ${busy} + ${queued}`)).toEqual([
    '0: 1 + 1',
    '0.5: 1 + 2',
    '0.75: 1 + 1',
    '1: 1 + 0',
    '2: 0 + 0',
  ]);
  expect([...jobs.values()]).toMatchObject([
    { id: 1, beganNs: 0, endedNs: 1e9, thread: 1, how: 'returned', cancelled: null },
    { id: 2, beganNs: 1e9, how: 'raised', cancelled: { atNs: 1.5e9, wasRunning: true } },
    { id: 3, beganNs: null, endedNs: null, thread: null, cancelled: { wasRunning: false } },
  ]);
});
