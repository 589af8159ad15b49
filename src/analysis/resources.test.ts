import { expect, test } from 'vitest';
import { changed, created, seen, step, traceOf, wait } from '../trace/test-events.ts';
import { analysisOf } from './analysis.ts';

test('a primitive stays what it was at first, whatever a trace says of it later', () => {
  const trace = traceOf([
    ...created(0, 1, 'main'),
    ...created(0, 2, 'late'),
    seen(0, 1, 'Condition', null, { kind: 'condition', holder: 1 }, 1),
    ...step(0, 2, wait({ primitive: 1 })),
    changed(1, 1, 1, { kind: 'semaphore', value: 3, holders: [2, 1] }),
    changed(2, 1, 1, { kind: 'condition', holder: null }),
    ...step(3, 2, null),
  ]);
  const [resource, ...others] = analysisOf(trace).resources;
  expect(others).toEqual([]);
  expect(resource).toMatchObject({ places: 1, holds: [{ place: 0, by: 1, fromNs: 0, toNs: 2e9 }] });
});
