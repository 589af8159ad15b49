import { expect, test } from 'vitest';
import { created, event, traceOf } from '../../trace/test-events.ts';
import { lateWords } from './late.ts';

test('what was put off is told with whose it is, when it was due, and by how much', () => {
  const late = (byNs: number) => ({ choice: 0, what: 'timer', dueNs: 1e9, byNs, of: 1 }) as const;
  const trace = traceOf([
    created(0, 1, 'fetch'),
    event('put-off', 0, late(7_000_000)),
    event('put-off', 0, late(1_000)),
    event('put-off', 0.5, { choice: 2, what: 'wake', dueNs: 5e8, byNs: 2e6, of: null }),
  ]);
  expect(lateWords(trace)).toEqual([
    'The timer of `fetch`, due at 1.000, was put off by 7 ms.',
    'The timer of `fetch`, due at 1.000, was put just behind what was due at the same instant.',
    'The turn of a thread that was woken at 0.500 was put off by 2 ms.',
  ]);
});

test('where a thread was interrupted is told, and how long it stood aside', () => {
  const at = { location: { file: 0, line: 9 }, look: 4 };
  const trace = traceOf([
    created(0, 1, 'main'),
    event('interrupted', 0.25, { ...at, byNs: 1_000 }),
    event('interrupted', 0.5, { ...at, byNs: 3_000_000 }),
  ]);
  expect(lateWords(trace)).toEqual([
    'The main program was interrupted on line 9 at 0.250, and other threads went first.',
    'The main program was interrupted on line 9 at 0.500, and went on 3 ms later at the earliest.',
  ]);
});
