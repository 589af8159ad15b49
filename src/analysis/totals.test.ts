import { expect, test } from 'vitest';
import type { Trace } from '../trace/schema.ts';
import {
  at,
  began,
  blocked,
  called,
  created,
  finished,
  line,
  parked,
  ready,
  resumed,
  scheduled,
  sleepUntil,
  step,
  threadEnded,
  threadStarted,
  traceOf,
  wait,
} from '../trace/test-events.ts';
import { analysisOf } from './analysis.ts';
import { labelOf } from './labels.ts';

const RUN = traceOf([
  ...created(0, 1, 'heartbeat'),
  ...created(0, 2, 'report'),
  ...step(0, 1, sleepUntil(1.5, 4)),
  scheduled(0, 1, 'tick', 2, 2),
  ...step(0, 2, sleepUntil(1, 6)),
  ready(1, 2),
  began(1, 2),
  line(1, 2, 7),
  ...blocked(1, 2, 3, 7),
  line(3, 2, 8),
  ...finished(3.25, 2),
  ...called(3.25, 1),
  ready(3.25, 1),
  ...step(3.25, 1, null),
  threadStarted(3.25, 3, 'worker', 0),
  parked(3.25, 3, wait({ line: 2, call: 'time.sleep', untilNs: 4e9 })),
  resumed(4, 3),
  threadEnded(4, 3),
]);

test('time is told apart by what it was spent on, for each lane and in all', () => {
  expect(dump(RUN)).toBe(`
heartbeat  running 0.000 waiting 1.500 ready 1.750 blocked 0.000
report     running 0.000 waiting 1.000 ready 0.000 blocked 2.250
worker     running 0.000 waiting 0.750 ready 0.000 blocked 0.000
in all     running 0.000 waiting 3.250 ready 1.750 blocked 2.250`);
});

test('tasks, threads, callbacks and slices are counted, and the most tasks at once', () => {
  expect(analysisOf(RUN).totals).toMatchObject({
    tasks: 2,
    threads: 1,
    callbacks: 1,
    slices: 4,
    mostTasks: { count: 2, atNs: 0 },
    endedNs: 4e9,
  });
});

test('the longest stall has its culprit, and those whom it made late, timers too', () => {
  const stall = analysisOf(RUN).totals.longestStall;
  expect(stall).toMatchObject({
    by: 2,
    location: at(7),
    call: 'time.sleep',
    fromNs: 1e9,
    toNs: 3e9,
  });
  expect(stall?.delays).toEqual([
    { agent: 1, callback: null, byNs: 1.5e9 },
    { agent: 0, callback: 1, byNs: 1e9 },
  ]);
});

test('a run in which nothing happened adds up to nothing', () => {
  expect(analysisOf(traceOf([])).totals).toMatchObject({
    lanes: [],
    tasks: 0,
    mostTasks: { count: 0, atNs: 0 },
    longestStall: null,
  });
});

/** A lane a line: its label, and the seconds that it spent in each state. */
function dump(trace: Trace): string {
  const totals = analysisOf(trace).totals;
  const rows = [
    ...totals.lanes.map((lane) => ({ ...lane, label: labelOf(trace, lane.task) })),
    { ...totals, label: 'in all' },
  ];
  const texts = rows.map(
    ({ label, runningNs, waitingNs, readyNs, blockedNs }) =>
      `${label.padEnd(10)} running ${seconds(runningNs)} waiting ${seconds(waitingNs)} ` +
      `ready ${seconds(readyNs)} blocked ${seconds(blockedNs)}`,
  );
  return `\n${texts.join('\n')}`;
}

function seconds(ns: number): string {
  return (ns / 1e9).toFixed(3);
}
