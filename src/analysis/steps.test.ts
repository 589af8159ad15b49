import { expect, test } from 'vitest';
import type { Trace } from '../trace/schema.ts';
import {
  began,
  called,
  changed,
  created,
  finished,
  line,
  printed,
  ready,
  scheduled,
  seen,
  sleepUntil,
  step,
  suspended,
  traceOf,
} from '../trace/test-events.ts';
import { lastStepBy, type Step, stepAt, stepCount } from './steps.ts';

const RUN = traceOf([
  line(0, 0, 9),
  ...created(0, 1, 'main'),
  began(0, 1),
  line(0, 1, 5),
  seen(0, 1, 'Lock', 'lock', { kind: 'lock', holder: 1 }, 1),
  scheduled(0, 1, 'tick', 0.5, 1),
  suspended(0, 1, sleepUntil(1, 6)),
  ...called(0.5, 1, [printed(0.5, 0, 'tick\n')]),
  ready(1, 1),
  began(1, 1),
  changed(1, 1, 1, { kind: 'lock', holder: null }),
  ...finished(1, 1),
  ...created(1, 2, 'BaseEventLoop.shutdown_asyncgens', 0, { isLibrary: true }),
  ...step(1, 2, null),
]);

test('every moment worth a look is a step; housekeeping makes none', () => {
  expect(dump(RUN)).toBe(`
0  0.000 line 0 by 0 at line 9
1  0.000 task-created 1 by 0 at line 1
2  0.000 step-began 1
3  0.000 line 1 by 1 at line 5
4  0.000 primitive-seen 1 by 1
5  0.000 callback-scheduled 1 by 1 at line 1
6  0.000 step-ended 1 at line 6
7  0.500 callback-began 0
8  0.500 output 0 by 0
9  0.500 callback-ended 0
10 1.000 task-ready 1
11 1.000 step-began 1
12 1.000 primitive-changed 1 by 1
13 1.000 task-finished 1`);
});

test('an instant leads to its last step, and a time between two to the one before', () => {
  expect([0, 0.4, 0.5, 0.999, 1, 7].map((s) => lastStepBy(RUN, s * 1e9))).toEqual([
    6, 6, 9, 9, 13, 13,
  ]);
});

test('before the first step there is none', () => {
  const late = traceOf([line(1, 0, 1)]);
  expect(lastStepBy(late, 0)).toBe(-1);
  expect(lastStepBy(traceOf([]), 0)).toBe(-1);
});

test('a step that is not there is refused', () => {
  expect(() => stepAt(RUN, 14)).toThrow('expected a step from 0 to 13, found 14');
});

function dump(trace: Trace): string {
  const rows = Array.from({ length: stepCount(trace) }, (_, index) =>
    stepText(stepAt(trace, index)),
  );
  return `\n${rows.join('\n')}`;
}

function stepText({ index, atNs, kind, agent, by, line: at }: Step): string {
  const doer = by === null ? '' : ` by ${by}`;
  const where = at === null ? '' : ` at line ${at}`;
  return `${String(index).padEnd(2)} ${(atNs / 1e9).toFixed(3)} ${kind} ${agent}${doer}${where}`;
}
