import { expect, test } from 'vitest';
import type { RecordingEvent } from '../trace/recording.ts';
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
  wait,
} from '../trace/test-events.ts';
import { dumpExplanations } from './dump-explanations.ts';

const cancelled = (atS: number, task: number, by: number | null): RecordingEvent[] => [
  ready(atS, task, by),
  began(atS, task),
  ...finished(atS, task, 'cancelled'),
];

test('by another task, it is told by whom and in which wait', () => {
  const recording = recordingOf([
    ...created(0, 1, 'main'),
    ...created(0, 2, 'slow', 1),
    ...step(0, 1, sleepUntil(1, 9)),
    ...step(0, 2, sleepUntil(5, 4)),
    ready(1, 1),
    began(1, 1),
    ready(1, 2, 1),
    suspended(1, 1, wait({ line: 11, task: 2 })),
    began(1, 2),
    ...finished(1, 2, 'cancelled'),
  ]);
  expect(dumpExplanations(recording)).toBe(`
cancelled: \`slow\` was cancelled at 1.000 by \`main\`, while waiting in \`sleep\` (line 4).`);
});

test('a task that cleans up for a while is told by its first cancellation', () => {
  const recording = recordingOf([
    ...created(0, 1, 'main'),
    ...created(0, 2, 'tidy', 1),
    ...step(0, 2, sleepUntil(5, 4)),
    began(1, 1),
    ready(1, 2, 1),
    suspended(1, 1, wait({ line: 11, task: 2 })),
    ...slept(1, 2, 2, 6),
    began(2, 2),
    ...finished(2, 2, 'cancelled'),
  ]);
  expect(dumpExplanations(recording)).toBe(`
cancelled: \`tidy\` was cancelled at 1.000 by \`main\`, while waiting in \`sleep\` (line 4).`);
});

test('a time limit in the task itself is a wait given up', () => {
  const recording = recordingOf([
    ...created(0, 1, 'main'),
    ...step(0, 1, sleepUntil(5, 8)),
    ready(2, 1),
    ...step(2, 1, null),
  ]);
  expect(dumpExplanations(recording)).toBe(`
gave-up: \`main\` gave up waiting in \`sleep\` (line 8) at 2.000, which would have lasted until 5.000: a time limit was up.`);
});

test('wait_for on a task gives up on that task', () => {
  const recording = recordingOf([
    ...created(0, 1, 'main'),
    ...created(0, 2, 'slow', 1),
    ...step(0, 1, wait({ line: 11, call: 'wait_for', task: 2 })),
    ...step(0, 2, sleepUntil(5, 4)),
    ...cancelled(2, 2, null),
  ]);
  expect(dumpExplanations(recording)).toBe(`
gave-up: \`main\` gave up waiting for \`slow\` at 2.000 (line 11), and cancelled it.`);
});

test('the failure of one in a group cancels the others', () => {
  const recording = recordingOf([
    ...created(0, 1, 'main'),
    ...created(0, 2, 'bad', 1),
    ...created(0, 3, 'good', 1),
    ...created(0, 4, 'better', 1),
    ...step(0, 1, wait({ line: 7, call: 'TaskGroup' })),
    ...[3, 4].flatMap((task) => step(0, task, sleepUntil(5, 4))),
    ...slept(0, 2, 1, 3),
    began(1, 2),
    ...finished(1, 2, 'raised', 'ValueError: x'),
    ...[3, 4].flatMap((task) => cancelled(1, task, null)),
  ]);
  expect(dumpExplanations(recording)).toBe(`
cancelled: \`good\` and \`better\` were cancelled at 1.000, because \`bad\` had failed.`);
});

test('what asyncio.run cancels at its end was left unfinished', () => {
  const recording = recordingOf([
    ...created(0, 1, 'main'),
    ...created(0, 2, 'left', 1),
    ...step(0, 2, sleepUntil(100, 4)),
    ...step(1, 1, null),
    ...cancelled(1, 2, null),
  ]);
  expect(dumpExplanations(recording)).toBe(`
left-unfinished: \`left\` was left unfinished when \`main\` ended at 1.000: \`asyncio.run\` cancelled what was still waiting.`);
});

test('a task that no other task cancelled was cancelled by a timer, perhaps', () => {
  const recording = recordingOf([
    ...created(0, 1, 'main'),
    ...step(0, 1, sleepUntil(5, 4)),
    ...cancelled(1, 1, null),
  ]);
  expect(dumpExplanations(recording)).toBe(`
cancelled: \`main\` was cancelled at 1.000, by a timer perhaps, while waiting in \`sleep\` (line 4).`);
});

test('a task that was cancelled before it began says so', () => {
  const recording = recordingOf([
    ...created(0, 1, 'main'),
    ...created(0, 2, 'never', 1),
    began(0, 2),
    ...finished(0, 2, 'cancelled'),
  ]);
  expect(dumpExplanations(recording)).toBe(`
cancelled: \`never\` was cancelled at 0.000, before it had begun.`);
});
