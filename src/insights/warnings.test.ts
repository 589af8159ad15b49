import { expect, test } from 'vitest';
import {
  began,
  created,
  finished,
  recordingOf,
  sleepUntil,
  step,
  warned,
} from '../trace/test-events.ts';
import { dumpExplanations } from './dump-explanations.ts';

test('a coroutine that was never awaited is told with its line', () => {
  const text =
    "main.py:9: RuntimeWarning: coroutine 'save' was never awaited\n  save()\n" +
    "sys:1: RuntimeWarning: coroutine 'load' was never awaited\n";
  expect(dumpExplanations(recordingOf([warned(0, text)]))).toBe(`
never-awaited: Coroutine \`save\` was called but never awaited (line 9): nothing of it ran.
never-awaited: Coroutine \`load\` was called but never awaited: nothing of it ran.`);
});

test('a task that died pending, and one whose exception nobody saw, are told by name', () => {
  const recording = recordingOf([
    ...created(0, 1, 'long'),
    ...created(0, 2, 'boom', 0, { name: 'bomber' }),
    ...step(0, 1, sleepUntil(100, 2)),
    began(0, 2),
    ...finished(0, 2, 'raised', 'ValueError: no'),
    warned(
      1,
      'Task was destroyed but it is pending!\n' +
        "task: <Task pending name='Task-1' coro=<long() running at main.py:2>>\n" +
        'Task exception was never retrieved\n' +
        "future: <Task finished name='bomber' coro=<boom() done> exception=ValueError('no')>\n",
    ),
  ]);
  expect(dumpExplanations(recording)).toBe(`
destroyed: Task \`long\` was destroyed while it was still pending: it never finished.
never-retrieved: Task \`bomber\` failed with \`ValueError: no\` at 0.000, and nobody ever asked for its result.`);
});
