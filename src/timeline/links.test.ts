import { expect, test } from 'vitest';
import { created, ready, slept, traceOf } from '../trace/test-events.ts';
import { linksOf } from './links.ts';

const TRACE = traceOf([
  ...created(0, 1, 'main'),
  ...created(0, 2, 'fetch', 1),
  ...slept(0, 2, 1),
  ready(2, 1, 2),
]);

test('a task has an arrow from its maker and one to whom it wakes', () => {
  expect(linksOf(TRACE, 2)).toEqual([
    { kind: 'created', atNs: 0, from: 1, to: 2 },
    { kind: 'woken', atNs: 2e9, from: 2, to: 1 },
  ]);
});

test('the loop wakes nobody with an arrow', () => {
  expect(linksOf(TRACE, 3)).toEqual([]);
});
