import { expect, test } from 'vitest';
import { stateAt } from '../analysis/state-at.ts';
import { stepAt, stepCount } from '../analysis/steps.ts';
import {
  began,
  blocks,
  cancelled,
  caught,
  changed,
  created,
  finished,
  handlerCalled,
  line,
  neverAwaited,
  parked,
  printed,
  processEnded,
  processStarted,
  ready,
  resumed,
  seen,
  slept,
  suspended,
  threadStarted,
  traceOf,
  unblocked,
  wait,
} from '../trace/test-events.ts';
import { positionAt, START } from './position.ts';
import { positionText, stepText } from './step-words.ts';

const LOCK = { kind: 'lock', holder: null } as const;

const TRACE = traceOf([
  ...created(0, 1, 'main', 0, { line: 9 }),
  began(0, 1),
  line(0, 1, 5),
  seen(0, 1, 'Lock', 'door', LOCK),
  changed(0, 1, 1, { ...LOCK, holder: 1 }),
  ...created(0, 2, 'fetch', 1, { line: 6 }),
  suspended(0, 1, wait({ line: 7, task: 2 })),
  ...slept(0, 2, 1, 3),
  began(1, 2),
  printed(1, 2, 'got it\n'),
  ...finished(1, 2, 'returned', '42'),
  ready(1, 1, 2),
]);

test('each step is a sentence', () => {
  const steps = Array.from({ length: stepCount(TRACE) }, (_, index) =>
    stepText(TRACE, stepAt(TRACE, index), stateAt(TRACE, index)),
  );
  expect(steps).toEqual([
    'the main program creates `main` on line 9',
    '`main` begins to run',
    '`main` is at line 5',
    '`door` is now free',
    '`door` is now held by `main`',
    '`main` creates `fetch` on line 6',
    '`main` waits for `fetch`, at line 7',
    '`fetch` begins to run',
    '`fetch` waits in `sleep` until 1.000 s, at line 3',
    '`fetch` is ready to run',
    '`fetch` resumes at line 3',
    '`fetch` prints “got it”',
    '`fetch` finished with 42',
    '`fetch` wakes `main`',
  ]);
});

test('a position says when, which step, and what', () => {
  const text = (ns: number) => {
    const position = positionAt(TRACE, ns);
    return positionText(TRACE, position, stateAt(TRACE, position.step, position.atNs));
  };
  expect(text(0)).toBe('0.000 s: step 9 of 14: `fetch` waits in `sleep` until 1.000 s, at line 3');
  expect(text(0.5e9)).toBe('0.500 s: step 9 of 14: the loop sleeps; 2 tasks wait');
  expect(positionText(TRACE, START, stateAt(TRACE, -1))).toBe(
    '0.000 s: before the first of 14 steps',
  );
});

test('what threads, processes and causes do is told too', () => {
  const trace = traceOf([
    parked(0, 0, wait({ line: 1, call: 'time.sleep', untilNs: 1e9 })),
    resumed(1, 0),
    created(1, 1, 'main', 0, { line: 9 }),
    began(1, 1),
    processStarted(1, 2, 'echo hi', 1),
    threadStarted(1, 3, 'worker', 1),
    parked(1, 3, wait({ line: 4 })),
    blocks(1, 1, wait({ line: 5, call: 'time.sleep' })),
    unblocked(2, 1),
    suspended(2, 1, wait({ line: 6, call: 'Process.wait', process: 2 })),
    cancelled(2, 1, 3, 'explicit', { line: 7 }),
    cancelled(2, 1, 1, 'time-limit'),
    caught(2, 1, 8),
    neverAwaited(2, 'main.<locals>.save', 9),
    handlerCalled(2, 'Task exception was never retrieved'),
    processEnded(3, 2),
  ]);
  const steps = Array.from({ length: stepCount(trace) }, (_, index) =>
    stepText(trace, stepAt(trace, index), stateAt(trace, index)),
  );
  expect(steps).toEqual([
    'the main program waits in `time.sleep` until 1.000 s, at line 1',
    'the main program runs again',
    'the main program creates `main` on line 9',
    '`main` begins to run',
    '`main` starts `echo hi` on line 1',
    '`main` starts `worker` on line 1',
    '`worker` pauses, at line 4',
    '`main` blocks the loop on line 5',
    '`main` no longer holds the loop',
    '`main` waits for `echo hi`, at line 6',
    '`worker` cancels `main` on line 7',
    'a time limit is up: `main` is cancelled',
    '`main` catches CancelledError on line 8, and goes on',
    'the coroutine `save` goes, and was never awaited',
    "the loop's exception handler is told: Task exception was never retrieved",
    '`echo hi` ends',
  ]);
});
