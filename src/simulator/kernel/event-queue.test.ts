import { expect, it } from 'vitest';
import { EventQueue } from './event-queue.ts';

it('gives back a thousand scrambled deadlines in order, ties as they came', () => {
  const queue = new EventQueue();
  const expected = Array.from({ length: 1_000 }, (_, i) => ({ due: (i * 7_919) % 101, came: i }));
  for (const { due } of expected) queue.push(due, () => {});
  expected.sort((a, b) => a.due - b.due || a.came - b.came);
  for (const { due, came } of expected) {
    expect(queue.pop()).toMatchObject({ dueNs: due, sequence: came });
  }
  expect(queue.pop()).toBeUndefined();
});
