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
