import { expect, test } from 'vitest';
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
    async () => traceOf([printed(0, 0, `${cups}\n`)]),
  );
  expect(passed).toBe(source === null);
  expect(failedAgain?.source ?? null).toBe(source);
});

test('what is wrong is told in a sentence', () => {
  const verdicts = [
    { passed: true, message: 'it ended at 1.000', atNs: null },
    { passed: false, message: 'the program did not end well', atNs: null },
  ];
  expect(refusalText({ verdicts })).toBe('The program did not end well.');
});
