import { expect, test } from 'vitest';
import type { TraceEvent } from '../trace/schema.ts';
import {
  began,
  blocked,
  created,
  cut,
  finished,
  line,
  parked,
  printed,
  ready,
  resumed,
  seen,
  sleepUntil,
  slept,
  step,
  suspended,
  threadEnded,
  threadStarted,
  traceOf,
  wait,
} from '../trace/test-events.ts';
import { analysisOf } from './analysis.ts';
import { dumpLanes } from './dump-lanes.ts';

test('a task that sleeps runs for an instant, waits, and runs again to its end', () => {
  const events = [
    ...created(0, 1, 'main'),
    ...step(0, 1, sleepUntil(1.5, 6)),
    ready(1.5, 1),
    ...step(1.5, 1, null),
  ];
  expect(dumpLanes(events)).toBe(`
main
  0.000 running
  0.000-1.500 waiting in sleep until 1.500 at line 6
  1.500 running
  1.500 returned`);
});

test('children stand under their parents, in order of creation', () => {
  const events = [
    ...created(0, 1, 'main'),
    ...created(0, 2, 'first', 1),
    ...created(0, 3, 'second', 1),
    ...created(0, 4, 'child of first', 2),
    ...created(0, 5, 'another run'),
  ];
  expect(analysisOf(traceOf(events)).lanes.map(({ label, depth }) => `${depth} ${label}`)).toEqual([
    '0 main',
    '1 first',
    '2 child of first',
    '1 second',
    '0 another run',
  ]);
});

test('a task is ready from its creation until its first step', () => {
  const events = [
    ...created(0, 1, 'main'),
    began(0, 1),
    ...created(0, 2, 'late', 1),
    ...blocked(0, 1, 2, 8),
    ...finished(2, 1),
    ...step(2, 2, null),
  ];
  expect(dumpLanes(events)).toBe(`
main
  0.000-2.000 blocked in time.sleep at line 8
  2.000 returned
  late
    0.000-2.000 ready, held by 1
    2.000 running
    2.000 returned`);
});

test('sleep(0) puts a task back into the ready queue, not to wait', () => {
  const events = [
    ...created(0, 1, 'polite'),
    ...created(0, 2, 'busy'),
    began(0, 1),
    ready(0, 1),
    suspended(0, 1, sleepUntil(null, 2)),
    began(0, 2),
    line(0, 2, 7),
    ...finished(1, 2),
    ...step(1, 1, null),
  ];
  expect(dumpLanes(events)).toBe(`
polite
  0.000 running
  0.000-1.000 ready, held by 2
  1.000 running
  1.000 returned
busy
  0.000-1.000 blocked computing at line 7
  1.000 returned`);
});

test('a task still waiting when the run is over says on what, even if no time passed', () => {
  const stuck = wait({ line: 7, call: 'Lock.acquire' });
  const events = [...created(0, 1, 'main'), ...step(0, 1, stuck)];
  expect(dumpLanes(events)).toBe(`
main
  0.000 running
  0.000 waiting in Lock.acquire at line 7
  unfinished`);
});

test('a task that awaits another waits for it, and an error is told', () => {
  const onChild = wait({ line: 9, task: 2 });
  const events = [
    ...created(0, 1, 'main'),
    ...created(0, 2, 'child', 1),
    ...step(0, 1, onChild),
    ...step(0, 2, sleepUntil(1, 4)),
    ready(1, 2),
    began(1, 2),
    ...finished(1, 2, 'raised', 'ValueError'),
    ready(1, 1),
    ...step(1, 1, null),
  ];
  expect(dumpLanes(events)).toBe(`
main
  0.000 running
  0.000-1.000 waiting for task 2 at line 9
  1.000 running
  1.000 returned
  child
    0.000 running
    0.000-1.000 waiting in sleep until 1.000 at line 4
    1.000 running
    1.000 raised ValueError`);
});

test('output belongs to the lane that wrote it; what no task wrote has a lane of its own', () => {
  const events: TraceEvent[] = [
    printed(0, 0, 'before\n'),
    ...created(0, 1, 'main'),
    printed(0, 1, 'in'),
    printed(0, 1, 'side\n'),
  ];
  const lanes = analysisOf(traceOf(events)).lanes;
  expect(lanes.map(({ task, output }) => [task, output.map(({ text }) => text)])).toEqual([
    [0, ['before']],
    [1, ['inside']],
  ]);
});

test("asyncio.run's own clean-up is left out unless it took time", () => {
  const shutdown = (task: number, endedS: number): TraceEvent[] => [
    ...created(1, task, 'BaseEventLoop.shutdown_default_executor', 0, { isLibrary: true }),
    ...finished(endedS, task),
  ];
  const events = [...created(0, 1, 'main'), ...shutdown(2, 1), ...shutdown(3, 2)];
  expect(analysisOf(traceOf(events)).lanes.map(({ task }) => task)).toEqual([1, 3]);
});

test('a coroutine of a library that a task of the program runs is shown, a private one is not', () => {
  const own = (task: number, coroutine: string) => [
    ...created(0, task, coroutine, 1, { isLibrary: true }),
    ...step(0, task, null),
  ];
  const events = [
    ...created(0, 1, 'main'),
    ...own(2, 'sleep'),
    ...own(3, 'BaseEventLoop._create_server_getaddrinfo'),
  ];
  expect(analysisOf(traceOf(events)).lanes.map(({ label }) => label)).toEqual(['main', 'sleep']);
});

test('a task that asyncio.run started only to clean up still has its children shown', () => {
  const events = [
    ...created(0, 1, 'main'),
    ...created(0, 2, 'BaseEventLoop.shutdown_asyncgens', 0, { isLibrary: true }),
    ...created(0, 3, 'last words', 2),
    ...finished(0, 2),
  ];
  const lanes = analysisOf(traceOf(events)).lanes;
  expect(lanes.map(({ label, depth }) => `${depth} ${label}`)).toEqual(['0 main', '0 last words']);
});

test('a thread has a lane under the task that started it, and waits where it is parked', () => {
  const events = [
    ...created(0, 1, 'main'),
    began(0, 1),
    threadStarted(0, 2, 'asyncio_0', 1),
    parked(0, 2, wait({ line: 4, call: 'time.sleep', untilNs: 1e9 })),
    suspended(0, 1, wait({ line: 9, call: 'to_thread' })),
    resumed(1, 2),
    threadEnded(1.5, 2),
    ready(1.5, 1),
    ...step(1.5, 1, null),
  ];
  expect(dumpLanes(events)).toBe(`
main
  0.000 running
  0.000-1.500 waiting in to_thread at line 9
  1.500 running
  1.500 returned
  asyncio_0
    0.000 running
    0.000-1.000 waiting in time.sleep until 1.000 at line 4
    1.000-1.500 running
    1.500 returned`);
});

test('a wait at a primitive has its name as the program has it', () => {
  const events = [
    ...created(0, 1, 'main'),
    seen(0, 1, 'Lock', 'db_lock', { kind: 'lock', holder: 2 }),
    ...step(0, 1, wait({ line: 3, call: 'Lock.acquire', primitive: 1 })),
  ];
  expect(dumpLanes(events)).toBe(`
main
  0.000 running
  0.000 waiting in Lock.acquire for db_lock at line 3
  unfinished`);
});

test('an eager task that waits before anything is told of it waits for something unknown', () => {
  const [eager] = created(0, 1, 'child');
  const events = [eager as TraceEvent, ready(1, 1), ...step(1, 1, null)];
  expect(dumpLanes(events)).toBe(`
child
  0.000-1.000 waiting in null at line null
  1.000 running
  1.000 returned`);
});

test('a trace that was cut loses sight of what was still going on', () => {
  const events = [
    ...created(0, 1, 'main'),
    ...slept(0, 1, 1, 4),
    ...step(1, 1, sleepUntil(2, 4)),
    cut(1.5),
    printed(5, 1, 'still there\n'),
  ];
  expect(dumpLanes(events)).toBe(`
main
  0.000 running
  0.000-1.000 waiting in sleep until 1.000 at line 4
  1.000 running
  1.000-1.500 waiting in sleep until 2.000 at line 4
  1.500 lost`);
});
