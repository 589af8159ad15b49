import { expect, test } from 'vitest';
import type { Finding } from '../../explore/find-order.ts';
import { printed, traceOf } from '../../trace/test-events.ts';
import { refusalText } from './exercise.ts';
import { gradeExercise, lineWith } from './grade-exercise.ts';

const SOURCE = `import asyncio
# asyncio.gather in a comment
NOTE = "time.sleep in a string"
"""async with
in a longer one"""
async  with lock:
    create_tasks()
`;

test.each([
  ['async with', 6],
  ['asyncio.gather', null],
  ['time.sleep', null],
  ['create_task', null],
  ['create_tasks', 7],
])('%s is found in line %s', (construct, line) => {
  expect(lineWith(SOURCE, construct)).toBe(line);
});

/** Two cups of tea are to be printed, and three where there are three. */
const CUPS = {
  checks: [{ kind: 'output-is' as const, text: '2' }],
  again: [
    {
      replace: [{ from: 'tea = 2', to: 'tea = 3' }],
      checks: [{ kind: 'output-is' as const, text: '3' }],
    },
  ],
};

test.each([
  ['is right', 3, null],
  ['only prints what is expected', 2, 'tea = 3\nprint(tea)'],
])('the further run of a program that %s', async (_, cups, source) => {
  const { passed, failedAgain } = await gradeExercise(
    CUPS,
    'tea = 2\nprint(tea)',
    traceOf([printed(0, 0, '2\n')]),
    {
      rerun: async () => traceOf([printed(0, 0, `${cups}\n`)]),
      tryOrders: () => Promise.reject(new Error('no orders were asked for')),
    },
  );
  expect(passed).toBe(source === null);
  expect(failedAgain?.source ?? null).toBe(source);
});

const POURED = traceOf([printed(0, 0, '2\n')]);
const FAILED = { type: 'AssertionError', message: 'a cup too many', location: null };

function gradeOrders(finding: Partial<Finding>) {
  const orders = { count: 200, breaks: ['exception' as const, 'output' as const] };
  const tried: Finding = {
    ...{ usual: POURED, runs: Array(200).fill(null), open: null, isApart: false, worst: null },
    ...{ found: null, ...finding },
  };
  return gradeExercise({ ...CUPS, again: [], orders }, 'print(2)', POURED, {
    rerun: () => Promise.reject(new Error('no further run was asked for')),
    tryOrders: async () => tried,
  });
}

const LATE = [{ number: 1, byNs: 3_000_000 }];

test.each([
  [
    'an exception',
    { ...POURED, outcome: { kind: 'exited' as const, status: 1, error: FAILED } },
    'It broke in order 37: AssertionError, “a cup too many”.',
  ],
  [
    'a deadlock',
    { ...POURED, outcome: { kind: 'deadlocked' as const } },
    'It broke in order 37: no task could go on, a deadlock.',
  ],
  [
    'another line',
    traceOf([printed(0, 0, '3\n')]),
    'It broke in order 37: line 1 of the output was “3”, and not “2”.',
  ],
  [
    'one line more',
    traceOf([printed(0, 0, '2\n3\n')]),
    'It broke in order 37: it printed one line more, “3”.',
  ],
])('an order that breaks it by %s is told with its number', async (_, trace, words) => {
  const grading = await gradeOrders({ found: { number: 37, late: LATE, trace } });
  expect(grading.passed).toBe(false);
  expect(refusalText(grading)).toBe(words);
  expect(grading.brokenOrder).toEqual({ number: 37, source: 'print(2)', late: LATE });
});

test('a program that no order breaks is right, and one that was not tried in all of them is not', async () => {
  expect((await gradeOrders({})).passed).toBe(true);
  const stopped = await gradeOrders({ runs: [] });
  expect(stopped.passed).toBe(false);
  expect(refusalText(stopped)).toBe('The orders were not tried to the end: 0 of 200 were.');
});

test('what is wrong is told in a sentence', () => {
  const verdicts = [
    { passed: true, message: 'it ended at 1.000', atNs: null },
    { passed: false, message: 'the program did not end well', atNs: null },
  ];
  expect(refusalText({ verdicts })).toBe('The program did not end well.');
});
