import { expect, test } from 'vitest';
import { created, event, slept, step, traceOf } from '../trace/test-events.ts';
import { lateMarks, placeLates } from './late-marks.ts';
import { describe } from './layout.ts';
import { STEP_NS } from './scale.ts';

const late = (dueNs: number, byNs: number, of: number | null = 1) =>
  event('put-off', 0, { choice: 0, what: 'timer', dueNs, byNs, of });

test('what was put off is marked where it was due, as far as it went', () => {
  const trace = traceOf([created(0, 1, 'main'), late(1e9, 5e6), slept(0, 1, 1.005)]);
  expect(lateMarks(trace, 'clock')).toEqual([
    {
      agent: 1,
      dueNs: 1e9,
      putOffToNs: 1.005e9,
      title: 'The timer of main, due at 1.000, was put off by 5 ms',
    },
  ]);
  expect(describe(trace)).toContain('The timer of main, due at 1.000, was put off by 5 ms.');
});

test('by steps it lies between what had happened when it was due and what came first after it', () => {
  const trace = traceOf([
    created(0, 1, 'main'),
    late(1e9, 5e6),
    step(1, 1, null),
    step(1.002, 1, null),
    step(1.005, 1, null),
  ]);
  const [mark] = lateMarks(trace, 'steps');
  expect([mark?.dueNs, mark?.putOffToNs]).toEqual([3 * STEP_NS, 5 * STEP_NS]);
});

test('what is only just late has no length, and a place all the same', () => {
  const trace = traceOf([created(0, 1, 'main'), late(1e9, 1_000, null), slept(0, 1, 2)]);
  const [placed] = placeLates(lateMarks(trace, 'clock'), { fromNs: 0, toNs: 2e9 });
  expect(placed).toMatchObject({ agent: null, at: 0.5 });
  expect((placed?.to ?? 0) - 0.5).toBeLessThan(1e-6);
  expect(placeLates(lateMarks(trace, 'clock'), { fromNs: 0, toNs: 5e8 })).toEqual([]);
});
