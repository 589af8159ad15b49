import { expect, test } from 'vitest';
import type { TraceEvent } from '../../trace/schema.ts';
import {
  began,
  cancelled,
  caught,
  created,
  finished,
  limitEnded,
  limitMoved,
  limitSet,
  ready,
  sleepUntil,
  slept,
  step,
  suspended,
  traceOf,
} from '../../trace/test-events.ts';
import { analysisOf } from '../analysis.ts';

test('a cancellation has its cause and what the task stood at, whether it is told before the wake or after', () => {
  const stands = [...created(0, 2, 'child', 1), ...step(0, 2, sleepUntil(5, 8))];
  const ends = [began(1, 2), ...finished(1, 2, 'cancelled')];
  const main = [...created(0, 1, 'main'), ...slept(0, 1, 1, 3)];
  const asked = cancelled(1, 2, 1, 'explicit', { line: 4 });
  const told = `
1.000 task 2 by 1, explicit, line 4: at sleep since 0.000; cancelled`;
  expect(dump([...main, ...stands, asked, ready(1, 2, 1), ...ends])).toBe(told);
  expect(dump([...main, ...stands, ready(1, 2, 1), asked, ...ends])).toBe(told);
});

test('a cancellation that was caught says where, and a later one that was not ends the task', () => {
  const events = [
    ...created(0, 1, 'worker'),
    ...step(0, 1, sleepUntil(9, 6)),
    cancelled(1, 1, 0, 'run-ended', { because: 0 }),
    ready(1, 1),
    began(1, 1),
    caught(1, 1, 7),
    suspended(1, 1, sleepUntil(9, 6)),
    cancelled(2, 1, 0),
    ready(2, 1),
    began(2, 1),
    ...finished(2, 1, 'cancelled'),
  ];
  expect(dump(events)).toBe(`
1.000 task 1 by 0, run-ended, line null: at sleep since 0.000; caught on line 7; cancelled
2.000 task 1 by 0, explicit, line null: at sleep since 1.000; cancelled`);
});

test('a time limit that is up turns its cancellation into another exception', () => {
  const events = [
    ...created(0, 1, 'main'),
    began(0, 1),
    limitSet(0, 1, 1, 1, { line: 5 }),
    suspended(0, 1, sleepUntil(9, 6)),
    cancelled(1, 1, 1, 'time-limit', { limit: 1, line: 5 }),
    ready(1, 1),
    began(1, 1),
    limitEnded(1, 1, 'expired'),
    ...finished(1, 1, 'raised', 'TimeoutError'),
  ];
  expect(dump(events)).toBe(`
1.000 task 1 by 1, time-limit, line 5: at sleep since 0.000; expired; otherwise`);
});

test('a limit is known from when it was set to when it was left, with its last deadline', () => {
  const { limits } = analysisOf(
    traceOf([
      ...created(0, 1, 'main'),
      limitSet(0, 1, 1, 1, { call: 'timeout', line: 5 }),
      limitSet(0, 2, 1, null),
      limitMoved(0.5, 1, 3),
      limitEnded(2, 1, 'left'),
    ]),
  );
  expect([...limits.values()]).toMatchObject([
    { id: 1, task: 1, call: 'timeout', setNs: 0, dueNs: 3e9, endedNs: 2e9, how: 'left' },
    { id: 2, dueNs: null, endedNs: null, how: null },
  ]);
});

function dump(events: readonly TraceEvent[]): string {
  const rows = analysisOf(traceOf(events)).cancellations.map((each) => {
    const { atNs, task, by, reason, location, wait, sinceNs, caught, expiredNs, ended } = each;
    const where = wait ? `at ${wait.call} since ${seconds(sinceNs)}` : 'not waiting';
    const fate = [
      ...(caught ? [`caught on line ${caught.location?.line}`] : []),
      ...(expiredNs === null ? [] : ['expired']),
      ended ?? 'open',
    ];
    const cause = `by ${by}, ${reason}, line ${location?.line ?? null}`;
    return `${seconds(atNs)} task ${task} ${cause}: ${[where, ...fate].join('; ')}`;
  });
  return `\n${rows.join('\n')}`;
}

function seconds(ns: number): string {
  return (ns / 1e9).toFixed(3);
}
