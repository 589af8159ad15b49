import { expect, test } from 'vitest';
import {
  began,
  changed,
  created,
  finished,
  ready,
  recordingOf,
  seen,
  sleepUntil,
  step,
  suspended,
  wait,
} from '../trace/test-events.ts';
import { dumpExplanations } from './dump-explanations.ts';

test('turns at a semaphore are told with the most that held it, and who waited', () => {
  const recording = recordingOf([
    ...[1, 2, 3].flatMap((task) => created(0, task, 'worker')),
    began(0, 1),
    seen(0, 1, 'Semaphore', 'slots', { kind: 'semaphore', value: 1, holders: [1] }),
    suspended(0, 1, sleepUntil(0.5, 4)),
    began(0, 2),
    changed(0, 1, 2, { kind: 'semaphore', value: 0, holders: [1, 2] }),
    suspended(0, 2, sleepUntil(2, 4)),
    ...step(0, 3, wait({ line: 3, call: 'Semaphore.acquire', primitive: 1 })),
    ready(0.5, 1),
    began(0.5, 1),
    changed(0.5, 1, 1, { kind: 'semaphore', value: 0, holders: [2] }),
    ready(0.5, 3, 1),
    ...finished(0.5, 1),
  ]);
  expect(dumpExplanations(recording)).toContain(
    'sharing: Never more than two held `slots` at once: `worker #3` waited for it, 0.500 s.',
  );
});
