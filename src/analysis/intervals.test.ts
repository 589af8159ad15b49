import { expect, test } from 'vitest';
import {
  began,
  blocked,
  blocks,
  called,
  computing,
  created,
  event,
  finished,
  line,
  loopBegan,
  loopEnded,
  on,
  parked,
  preempted,
  processEnded,
  processStarted,
  ready,
  resumed,
  scheduled,
  sleepUntil,
  step,
  suspended,
  threadEnded,
  threadStarted,
  traceOf,
  unblocked,
  wait,
} from '../trace/test-events.ts';
import { analysisOf } from './analysis.ts';
import { dumpLanes } from './dump-lanes.ts';

test('a timer that goes off while another task blocks leaves its task ready, not waiting', () => {
  const events = [
    ...created(0, 1, 'polite'),
    ...created(0, 2, 'rude'),
    ...step(0, 1, sleepUntil(1, 4)),
    ...step(0, 2, sleepUntil(0.5, 9)),
    ready(0.5, 2),
    began(0.5, 2),
    ...blocked(0.5, 2, 3, 10),
    ...finished(3, 2),
    ready(3, 1),
    ...step(3, 1, null),
  ];
  expect(dumpLanes(events)).toBe(`
polite
  0.000 running
  0.000-1.000 waiting in sleep until 1.000 at line 4
  1.000-3.000 ready, held by 2
  3.000 running
  3.000 returned
rude
  0.000 running
  0.000-0.500 waiting in sleep until 0.500 at line 9
  0.500-3.000 blocked in time.sleep at line 10
  3.000 returned`);
});

test('a step that computes before and after a blocking call keeps the three apart', () => {
  const events = [
    ...created(0, 1, 'main'),
    began(0, 1),
    line(0, 1, 2),
    line(0.2, 1, 3),
    ...blocked(0.2, 1, 1.2, 3),
    line(1.2, 1, 4),
    ...finished(1.5, 1, 'returned', '42'),
  ];
  expect(dumpLanes(events)).toBe(`
main
  0.000-0.200 blocked computing at line 2
  0.200-1.200 blocked in time.sleep at line 3
  1.200-1.500 blocked computing at line 4
  1.500 returned 42`);
});

test('computing for a moment is running; while another task is ready it is blocking', () => {
  const events = [
    ...created(0, 1, 'alone'),
    ...created(0, 2, 'waits'),
    began(0, 1),
    ...finished(0.005, 1),
    began(0.005, 2),
    ...finished(0.01, 2),
  ];
  expect(dumpLanes(events)).toBe(`
alone
  0.000-0.005 blocked computing at line null
  0.005 returned
waits
  0.000-0.005 ready, held by 1
  0.005-0.010 running
  0.010 returned`);
});

test('a thread that computes while a task is ready keeps it from running', () => {
  const events = [
    ...created(0, 1, 'main'),
    began(0, 1),
    threadStarted(0, 2, 'cruncher', 1),
    parked(0, 2, wait({ line: 3, call: 'time.sleep', untilNs: 1e9 })),
    suspended(0, 1, sleepUntil(1.2, 9)),
    resumed(1, 2),
    line(1, 2, 4),
    threadEnded(1.5, 2),
    ready(1.5, 1),
    ...step(1.5, 1, null),
  ];
  expect(dumpLanes(events)).toBe(`
main
  0.000 running
  0.000-1.200 waiting in sleep until 1.200 at line 9
  1.200-1.500 ready, held by 2
  1.500 running
  1.500 returned
  cruncher
    0.000 running
    0.000-1.000 waiting in time.sleep until 1.000 at line 3
    1.000-1.200 running
    1.200-1.500 blocked computing at line 4
    1.500 returned`);
});

test('what blocks the loop of one thread does not hold up the loop of another', () => {
  const events = [
    ...created(0, 1, 'main'),
    began(0, 1),
    threadStarted(0, 2, 'other loop', 1),
    ...on(2, 2, [loopBegan(0, 2), created(0, 3, 'inner', 2)]),
    suspended(0, 1, sleepUntil(1, 9)),
    ...on(2, 2, [began(0, 3), blocks(0, 3, wait({ line: 3, call: 'time.sleep' }))]),
    ready(1, 1),
    ...step(1, 1, null),
    ...on(2, 2, [unblocked(2, 3), finished(2, 3), loopEnded(2)]),
    threadEnded(2, 2),
  ];
  expect(dumpLanes([loopBegan(0, 1), ...events])).toBe(`
main
  0.000 running
  0.000-1.000 waiting in sleep until 1.000 at line 9
  1.000 running
  1.000 returned
  other loop
    0.000 running
    2.000 running
    2.000 returned
    inner
      0.000-2.000 blocked in time.sleep at line 3
      2.000 returned`);
});

test('a callback that blocks does so outside tasks', () => {
  const events = [
    ...created(0, 1, 'main'),
    scheduled(0, 1, 'refresh', 0.5, 1),
    ...step(0, 1, sleepUntil(1, 9)),
    ...called(0.5, 1, blocked(0.5, 0, 2, 3), 2),
    ready(2, 1),
    ...step(2, 1, null),
  ];
  expect(dumpLanes(events)).toBe(`
the main program
  0.500-2.000 blocked in time.sleep at line 3
  unfinished
main
  0.000 running
  0.000-1.000 waiting in sleep until 1.000 at line 9
  1.000-2.000 ready, held by 0
  2.000 running
  2.000 returned`);
});

test("a callback of another thread's loop holds that loop, and not the main one", () => {
  const trace = traceOf([
    loopBegan(0, 1),
    created(0, 1, 'main'),
    threadStarted(0, 2, 'other loop', 0),
    step(0, 1, sleepUntil(1, 9)),
    on(2, null, [loopBegan(0, 2)]),
    on(2, 2, [scheduled(0, 1, 'refresh', null, 2)]),
    on(2, 2, [event('callback-began', 0, { callback: 1 })]),
    on(2, 2, [blocks(0, 2, wait({ line: 3, call: 'time.sleep' }))]),
    ready(1, 1),
    step(1, 1, null),
    on(2, 2, [unblocked(2, 2), event('callback-ended', 2, { callback: 1 }), loopEnded(2)]),
    threadEnded(2, 2),
  ]);
  expect(dumpLanes(trace)).toBe(`
main
  0.000 running
  0.000-1.000 waiting in sleep until 1.000 at line 9
  1.000 running
  1.000 returned
other loop
  0.000 running
  0.000-2.000 blocked in time.sleep at line 3
  2.000 running
  2.000 returned`);
  expect(analysisOf(trace).stalls).toMatchObject([{ by: 2, callback: 1, loop: 2, thread: 2 }]);
});

test('a child process computes without holding any loop', () => {
  const trace = traceOf([
    created(0, 1, 'main'),
    began(0, 1),
    processStarted(0, 2, 'python crunch.py', 1),
    suspended(0, 1, wait({ line: 4, call: 'Process.wait', process: 2 })),
    created(0.5, 3, 'polite'),
    processEnded(2, 2),
    ready(2, 1),
    step(2, 1, null),
  ]);
  expect(dumpLanes(trace)).toBe(`
main
  0.000 running
  0.000-2.000 waiting in Process.wait at line 4
  2.000 running
  2.000 returned
  python crunch.py
    0.000-2.000 running
    2.000 returned
polite
  0.500-2.000 ready
  unfinished`);
  expect(analysisOf(trace).stalls).toEqual([]);
});

test('what computes to the end of the run is known by the lines at which it was seen', () => {
  const trace = traceOf(
    [
      created(0, 1, 'busy'),
      began(0, 1),
      line(0, 1, 3),
      computing(0.5, 1, 0, 4),
      computing(0.5, 1, 0, 4),
      computing(0.75, 1, 0, 5),
    ],
    { outcome: { kind: 'stopped' }, endedS: 1 },
  );
  const [stall] = analysisOf(trace).stalls;
  expect(stall).toMatchObject({ by: 1, call: '', toNs: 1e9, isOver: false });
  expect(stall?.lines.map(({ line }) => line)).toEqual([3, 4, 5]);
});

test('threads that compute in turns are ready in between, and hold no loop', () => {
  const trace = traceOf([
    created(0, 1, 'main'),
    began(0, 1),
    threadStarted(0, 2, 'one', 1),
    threadStarted(0, 3, 'two', 1),
    suspended(0, 1, wait({ line: 9, call: 'gather' })),
    line(0, 2, 4),
    preempted(0.005, 2, 5),
    resumed(0.005, 3),
    preempted(0.01, 3, 5),
    resumed(0.01, 2),
    threadEnded(0.015, 2),
    resumed(0.015, 3),
    threadEnded(0.02, 3),
    ready(0.02, 1),
    step(0.02, 1, null),
  ]);
  expect(dumpLanes(trace)).toBe(`
main
  0.000 running
  0.000-0.020 waiting in gather at line 9
  0.020 running
  0.020 returned
  one
    0.000-0.005 running
    0.005-0.010 ready, held by 3
    0.010-0.015 running
    0.015 returned
  two
    0.000-0.005 running
    0.005-0.010 running
    0.010-0.015 ready, held by 2
    0.015-0.020 running
    0.020 returned`);
  expect(analysisOf(trace).stalls).toEqual([]);
});

test('a thread that is not seen at once has not had its turn yet', () => {
  const trace = traceOf([
    line(0, 0, 1),
    threadStarted(0, 1, 'late', 0),
    line(0.004, 1, 3),
    threadEnded(0.006, 1),
  ]);
  expect(dumpLanes(trace)).toBe(`
late
  0.000-0.004 ready
  0.004-0.006 running
  0.006 returned`);
});

test('a task that is preempted goes on with its slice, and is ready again where it was woken meanwhile', () => {
  const trace = traceOf([
    created(0, 1, 'cruncher'),
    threadStarted(0, 2, 'other', 0),
    began(0, 1),
    line(0, 1, 3),
    preempted(0.005, 1, 3, 0),
    ready(0.007, 1, 2),
    resumed(0.01, 1),
    suspended(0.015, 1, sleepUntil(null, 4)),
    step(0.015, 1, null),
  ]);
  expect(dumpLanes(trace)).toBe(`
cruncher
  0.000-0.005 running
  0.005-0.010 ready, held by 2
  0.010-0.015 running
  0.015 running
  0.015 returned
other
  0.000-0.015 running
  unfinished`);
});
