import { expect, test } from 'vitest';
import type { RecordingEvent } from '../trace/recording.ts';
import {
  began,
  blocked,
  called,
  created,
  finished,
  line,
  ready,
  recordingOf,
  scheduled,
  sleepUntil,
  slept,
  step,
} from '../trace/test-events.ts';
import { dumpExplanations } from './dump-explanations.ts';
import { explanationsOf } from './explanations.ts';

test('a blocking call is told with its line, its task, and who was late', () => {
  const recording = recordingOf([
    ...created(0, 1, 'heartbeat'),
    ...created(0, 2, 'report'),
    ...step(0, 1, sleepUntil(1.5, 4)),
    ...slept(0, 2, 1, 6),
    began(1, 2),
    blocked(1, 2, 3, 7),
    ...finished(3, 2),
    ready(3, 1),
    ...step(3, 1, null),
  ]);
  expect(explanationsOf(recording)[0]).toEqual({
    kind: 'blocked',
    text: 'From 1.000 to 3.000 the loop was blocked by `time.sleep` on line 7 in task `report`; `heartbeat` ran 1.500 s late.',
    fromNs: 1e9,
    toNs: 3e9,
    agents: [2, 1],
    lines: [7],
    primitives: [],
  });
});

test('the same call on the same line is told once, however many made it', () => {
  const block = (fromS: number, task: number): RecordingEvent[] => [
    began(fromS, task),
    blocked(fromS, task, fromS + 1, 7),
    ...finished(fromS + 1, task),
  ];
  const recording = recordingOf([
    ...created(0, 1, 'upload'),
    ...created(0, 2, 'upload'),
    ...created(0, 3, 'upload'),
    ...[1, 2, 3].flatMap((task) => block(task - 1, task)),
  ]);
  expect(dumpExplanations(recording)).toBe(`
blocked: \`time.sleep\` on line 7 blocked the loop three times, 3.000 s in all, in \`upload #1\`, \`upload #2\` and \`upload #3\`; \`upload #3\` had to wait 2.000 s of it and \`upload #2\` 1.000 s.`);
});

test('computing and callbacks block as well', () => {
  const recording = recordingOf([
    ...created(0, 1, 'cruncher'),
    scheduled(0, 1, 'refresh', 0.25, 1),
    began(0, 1),
    line(0, 1, 3),
    ...finished(0.5, 1),
    ...called(0.5, 1, [blocked(0.5, 0, 1, 9, 'open')], 1),
  ]);
  expect(dumpExplanations(recording)).toBe(`
blocked: From 0.000 to 0.500 the loop was blocked by computing on line 3 in task \`cruncher\`; callback \`refresh\` ran 0.250 s late.
blocked: From 0.500 to 1.000 the loop was blocked by \`open\` on line 9 in callback \`refresh\`; nothing else was ready.`);
});

test('of many who were late, the worst is named', () => {
  const tasks = [2, 3, 4, 5];
  const recording = recordingOf([
    ...created(0, 1, 'rude'),
    ...tasks.flatMap((task) => created(0, task, 'polite')),
    began(0, 1),
    blocked(0, 1, 2, 7),
    ...finished(2, 1),
    ...tasks.flatMap((task) => step(2, task, null)),
  ]);
  expect(dumpExplanations(recording)).toContain('; four others ran late, `polite #2` by 2.000 s.');
});
