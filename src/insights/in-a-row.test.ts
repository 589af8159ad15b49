import { expect, test } from 'vitest';
import {
  began,
  created,
  finished,
  ready,
  recordingOf,
  sleepUntil,
  slept,
  step,
  suspended,
  threadParked,
  threadResumed,
  threadStarted,
  wait,
} from '../trace/test-events.ts';
import { dumpExplanations } from './dump-explanations.ts';
import { explanationsOf } from './explanations.ts';

test('one wait after another is told where nothing else ran', () => {
  const recording = recordingOf([
    ...created(0, 1, 'main'),
    ...slept(0, 1, 3, 4),
    ...slept(3, 1, 7.5, 4),
    ...slept(7.5, 1, 11, 5),
    ...step(11, 1, null),
  ]);
  expect(explanationsOf(recording)).toMatchObject([
    {
      text: '`main` waited three times in a row, 11.000 s in all; nothing else ran meanwhile.',
      fromNs: 0,
      toNs: 11e9,
      lines: [4, 5],
    },
  ]);
});

test('tasks that were awaited one after another are told together', () => {
  const child = (fromS: number, task: number) => [
    ...created(fromS, task, 'fetch', 1),
    suspended(fromS, 1, wait({ line: 9, task })),
    ...slept(fromS, task, fromS + 1, 4),
    ...step(fromS + 1, task, null),
    ready(fromS + 1, 1, task),
    began(fromS + 1, 1),
  ];
  const recording = recordingOf([
    ...created(0, 1, 'main'),
    began(0, 1),
    ...child(0, 2),
    ...child(1, 3),
    ...finished(2, 1),
  ]);
  expect(dumpExplanations(recording)).toBe(`
in-a-row: \`fetch #2\` and \`fetch #3\` waited one after another, 2.000 s in all, and never two at the same time.`);
});

test('a task that only kept its rhythm when others had ended waited in no row', () => {
  const recording = recordingOf([
    ...created(0, 1, 'beat'),
    ...created(0, 2, 'other'),
    ...step(0, 1, sleepUntil(1, 4)),
    ...step(0, 2, null),
    ready(1, 1),
    ...slept(1, 1, 2, 4),
    ...slept(2, 1, 3, 4),
    ...step(3, 1, null),
  ]);
  expect(dumpExplanations(recording)).toBe('\n');
});

test('a thread at work ends a row', () => {
  const recording = recordingOf([
    ...created(0, 1, 'main'),
    threadStarted(0, 2, 'worker', 1),
    threadParked(0, 2, wait({ line: 3, call: 'time.sleep', untilNs: 1.5e9 })),
    ...slept(0, 1, 1, 4),
    ...step(1, 1, sleepUntil(2, 5)),
    threadResumed(1.5, 2),
    ready(2, 1),
    ...step(2, 1, null),
  ]);
  expect(dumpExplanations(recording)).toBe('\n');
});
