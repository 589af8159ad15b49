import { expect, test } from 'vitest';
import type { Trace } from '../trace/schema.ts';
import {
  at,
  began,
  blocked,
  blocks,
  called,
  cancelledCallback,
  changed,
  created,
  finished,
  line,
  manySleepers,
  parked,
  printed,
  ready,
  resumed,
  scheduled,
  seen,
  sleepUntil,
  step,
  suspended,
  threadEnded,
  threadStarted,
  traceOf,
  unblocked,
  wait,
} from '../trace/test-events.ts';
import type { LoopState, Queued, Timer } from './loop-state.ts';
import { stateAt } from './state-at.ts';
import { lastStepBy, stepCount } from './steps.ts';

test('a callback that is cancelled is neither a timer nor ready any more', () => {
  const trace = traceOf([
    scheduled(0, 1, 'soon', null),
    scheduled(0, 2, 'later', 0.5),
    cancelledCallback(0, 2),
    cancelledCallback(0, 1),
  ]);
  expect(dumpAll(trace)).toBe(`
0  0.000 idle | ready callback 1
1  0.000 idle | ready callback 1 | timers callback 2 @0.500
2  0.000 idle | ready callback 1
3  0.000 idle`);
});

test('the ready queue, the timers and the running line are followed from step to step', () => {
  const trace = traceOf([
    line(0, 0, 9),
    ...created(0, 1, 'main'),
    began(0, 1),
    line(0, 1, 5),
    ...created(0, 2, 'late', 1),
    scheduled(0, 1, 'soon', null, 1),
    scheduled(0, 2, 'later', 0.5, 1),
    suspended(0, 1, sleepUntil(0.5, 6)),
    ...step(0, 2, sleepUntil(0.2, 3)),
    ...called(0, 1),
    ready(0.2, 2),
    began(0.2, 2),
  ]);
  expect(dumpAll(trace)).toBe(`
0  0.000 program at 9
1  0.000 program at 9 | ready 1
2  0.000 task 1
3  0.000 task 1 at 5
4  0.000 task 1 at 5 | ready 2
5  0.000 task 1 at 5 | ready 2, callback 1
6  0.000 task 1 at 5 | ready 2, callback 1 | timers callback 2 @0.500
7  0.000 idle | ready 2, callback 1 | timers callback 2 @0.500, 1 @0.500
8  0.000 task 2 | ready callback 1 | timers callback 2 @0.500, 1 @0.500
9  0.000 idle | ready callback 1 | timers 2 @0.200, callback 2 @0.500, 1 @0.500
10 0.000 callback 1 | timers 2 @0.200, callback 2 @0.500, 1 @0.500
11 0.000 idle | timers 2 @0.200, callback 2 @0.500, 1 @0.500
12 0.200 idle | ready 2 | timers callback 2 @0.500, 1 @0.500
13 0.200 task 2 at 3 | timers callback 2 @0.500, 1 @0.500`);
});

test('a task says where it stands, since when, and for what it waits', () => {
  const trace = traceOf([
    ...created(0, 1, 'main'),
    ...created(0, 2, 'child', 1),
    ...step(0, 1, wait({ line: 9, task: 2 })),
    ...step(0, 2, sleepUntil(1, 4)),
    ready(1, 2),
    began(1, 2),
    line(1, 2, 5),
    finished(1, 2, 'returned', '42'),
    ready(1, 1, 2),
  ]);
  const { tasks } = last(trace);
  expect(tasks).toMatchObject([
    { task: 1, status: 'ready', sinceNs: 1e9, line: 9, waitsOn: null, finish: null },
    {
      task: 2,
      status: 'finished',
      sinceNs: 1e9,
      line: 5,
      waitsOn: null,
      finish: { atNs: 1e9, how: 'returned', detail: '42' },
    },
  ]);
  const [main] = stateAt(trace, lastStepBy(trace, 0)).tasks;
  expect(main).toMatchObject({ status: 'waiting', line: 9, waitsOn: { task: 2 } });
});

test('a primitive has its holders, and its waiters in the order in which they came', () => {
  const turn = wait({ line: 4, call: 'Lock.acquire', primitive: 1 });
  const trace = traceOf([
    ...created(0, 1, 'a'),
    ...created(0, 2, 'b'),
    ...created(0, 3, 'c'),
    began(0, 1),
    seen(0, 1, 'Lock', 'db_lock', { kind: 'lock', holder: 1 }),
    suspended(0, 1, sleepUntil(1, 5)),
    ...step(0, 3, turn),
    ...step(0, 2, turn),
    ready(1, 1),
    began(1, 1),
    ready(1, 3, 1),
    changed(1, 1, 1, { kind: 'lock', holder: null }),
  ]);
  const standings = [lastStepBy(trace, 0), stepCount(trace) - 1].map((at) =>
    stateAt(trace, at).primitives.map(
      ({ label, holders, waiters }) => `${label}: held by [${holders}], waiting [${waiters}]`,
    ),
  );
  expect(standings.flat()).toEqual([
    'db_lock: held by [1], waiting [3,2]',
    'db_lock: held by [], waiting [2]',
  ]);
});

test('while a call blocks the loop, it says who, since when, and who is late', () => {
  const trace = traceOf([
    ...created(0, 1, 'polite'),
    ...created(0, 2, 'rude'),
    ...step(0, 1, sleepUntil(1, 4)),
    began(0, 2),
    line(0, 2, 8),
    ...blocked(0, 2, 3, 8),
    ...finished(3, 2),
    ready(3, 1),
  ]);
  const during = lastStepBy(trace, 2e9);
  expect(stateAt(trace, during).blocked).toEqual({
    by: 2,
    callback: null,
    call: 'time.sleep',
    location: at(8),
    line: 8,
    sinceNs: 0,
    untilNs: 3e9,
  });
  expect(dump(stateAt(trace, during))).toBe(
    '0.000 task 2 at 8 | timers 1 @1.000 | blocked by 2 in time.sleep since 0.000',
  );
  const statusAt = (s: number) => stateAt(trace, during, s * 1e9).tasks[0]?.status;
  expect([0.5, 1, 1.5].map(statusAt)).toEqual(['waiting', 'waiting', 'ready']);
  expect(last(trace).blocked).toBeNull();
});

test('what computes for long blocks the loop as long as time goes by', () => {
  const trace = traceOf([
    ...created(0, 1, 'cruncher'),
    began(0, 1),
    line(0, 1, 3),
    line(0.5, 1, 4),
    line(0.9, 1, 5),
    ...finished(0.9, 1),
  ]);
  expect(dumpAll(trace)).toBe(`
0  0.000 idle | ready 1
1  0.000 task 1
2  0.000 task 1 at 3 | blocked by 1 in  since 0.000
3  0.500 task 1 at 4 | blocked by 1 in  since 0.000
4  0.900 task 1 at 5
5  0.900 idle`);
});

test('a thread takes over while the task that waits for it is blocked, and gives back', () => {
  const trace = traceOf([
    ...created(0, 1, 'main'),
    began(0, 1),
    line(0, 1, 7),
    threadStarted(0, 2, 'worker', 1),
    line(0, 2, 3),
    parked(0, 2, wait({ line: 3, call: 'time.sleep', untilNs: 1e9 })),
    line(0, 1, 8),
    blocks(0, 1, wait({ line: 8, call: 'Thread.join' })),
    resumed(1, 2),
    threadEnded(1, 2),
    unblocked(1, 1),
    ...finished(1, 1),
  ]);
  const threads = Array.from({ length: stepCount(trace) }, (_, at) =>
    stateAt(trace, at).threads.map(({ status, line: where }) => `${status} at ${where}`),
  );
  expect(dumpAll(trace)).toBe(`
0  0.000 idle | ready 1
1  0.000 task 1
2  0.000 task 1 at 7
3  0.000 thread 2
4  0.000 thread 2 at 3
5  0.000 task 1 at 7
6  0.000 task 1 at 8
7  0.000 task 1 at 8 | blocked by 1 in Thread.join since 0.000
8  1.000 thread 2 at 3
9  1.000 task 1 at 8
10 1.000 task 1 at 8
11 1.000 idle`);
  expect(threads.flat()).toEqual([
    'running at null',
    'running at 3',
    'waiting at 3',
    'waiting at 3',
    'waiting at 3',
    'running at 3',
    'finished at 3',
    'finished at 3',
    'finished at 3',
  ]);
});

test('a task in the ready queue twice over, running and again, is there once', () => {
  const trace = traceOf([
    ...created(0, 1, 'polite'),
    began(0, 1),
    ready(0, 1, 1),
    suspended(0, 1, sleepUntil(null, 2)),
  ]);
  expect(dumpAll(trace)).toBe(`
0  0.000 idle | ready 1
1  0.000 task 1
2  0.000 task 1 | ready 1
3  0.000 idle | ready 1`);
});

test('lines of output are counted as they begin', () => {
  const trace = traceOf([
    printed(0, 0, 'a'),
    printed(0, 0, 'b\nc\n'),
    printed(0, 0, ''),
    printed(1, 0, '\n'),
  ]);
  const counts = [-1, 0, 1, 2, 3].map((at) => stateAt(trace, at).outputLines);
  expect(counts).toEqual([0, 1, 2, 2, 3]);
});

test('before the first step nothing is there, and a step beyond the last is refused', () => {
  const trace = traceOf([line(1, 0, 1)]);
  expect(stateAt(trace, -1)).toMatchObject({ atNs: 0, running: null, tasks: [], timers: [] });
  expect(() => stateAt(trace, 1)).toThrow('expected a step of the trace, found 1');
});

test('any step of a long trace is the same whether asked for first or last, and frozen', () => {
  const asked = manySleepers(400, 10);
  const again = manySleepers(400, 10);
  const steps = [13_000, 0, 4_095, 8_192, 1, stepCount(asked) - 1];
  const forwards = steps.map((at) => stateAt(asked, at));
  const backwards = steps.toReversed().map((at) => stateAt(again, at));
  expect(forwards).toEqual(backwards.toReversed());
  expect(forwards.every((state) => isFrozen(state))).toBe(true);
});

function last(trace: Trace): LoopState {
  return stateAt(trace, stepCount(trace) - 1);
}

function isFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const isOfEvent = ('untilNs' in value && 'call' in value) || 'file' in value;
  return isOfEvent || (Object.isFrozen(value) && Object.values(value).every(isFrozen));
}

/** A step a line: its number, its time, who runs at which line, the queue, the timers, the block. */
function dumpAll(trace: Trace): string {
  const rows = Array.from(
    { length: stepCount(trace) },
    (_, at) => `${String(at).padEnd(2)} ${dump(stateAt(trace, at))}`,
  );
  return `\n${rows.join('\n')}`;
}

function dump({ atNs, running, readyQueue, timers, blocked: block }: LoopState): string {
  const who = running ? [running.kind, running.callback ?? (running.agent || null)] : ['idle'];
  const where = running?.line == null ? '' : ` at ${running.line}`;
  const parts = [`${seconds(atNs)} ${who.filter((word) => word !== null).join(' ')}${where}`];
  if (readyQueue.length > 0) parts.push(`ready ${readyQueue.map(entryText).join(', ')}`);
  if (timers.length > 0) {
    const texts = timers.map((timer) => `${entryText(timer)} @${seconds(timer.dueNs)}`);
    parts.push(`timers ${texts.join(', ')}`);
  }
  if (block) parts.push(`blocked by ${block.by} in ${block.call} since ${seconds(block.sinceNs)}`);
  return parts.join(' | ');
}

function entryText({ task, callback }: Queued | Timer): string {
  return task === null ? `callback ${callback}` : String(task);
}

function seconds(ns: number): string {
  return (ns / 1e9).toFixed(3);
}
