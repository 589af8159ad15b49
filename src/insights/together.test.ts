import { expect, test } from 'vitest';
import {
  created,
  manySleepers,
  ready,
  recordingOf,
  sleepUntil,
  step,
  wait,
} from '../trace/test-events.ts';
import { dumpExplanations } from './dump-explanations.ts';

test('siblings that sleep at the same time are told what they saved', () => {
  const naps = [3, 4.5, 3.5];
  const recording = recordingOf([
    ...created(0, 1, 'main'),
    ...['A', 'B', 'C'].flatMap((name, at) => created(0, at + 2, 'fetch', 1, { name })),
    ...step(0, 1, wait({ line: 9, call: 'gather' })),
    ...naps.flatMap((nap, at) => step(0, at + 2, sleepUntil(nap, 4))),
    ...[3, 3.5, 4.5].flatMap((atS, at) => {
      const task = [2, 4, 3][at] as number;
      return [ready(atS, task), ...step(atS, task, null)];
    }),
    ready(4.5, 1),
    ...step(4.5, 1, null),
  ]);
  expect(dumpExplanations(recording)).toBe(`
together: \`A\`, \`B\` and \`C\` waited at the same time: 4.500 s instead of 11.000 s.`);
});

test('many siblings are counted', () => {
  expect(dumpExplanations(manySleepers(1_000, 2))).toBe(`
together: 1,000 tasks (\`nap\`) waited at the same time: 0.200 s instead of 200.000 s.`);
});
