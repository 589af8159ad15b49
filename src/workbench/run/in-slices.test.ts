import { expect, it } from 'vitest';
import type { Sliced } from '../../analysis/sliced.ts';
import { inSlices } from './in-slices.ts';

function* work(count: number, eachMs: number): Sliced<number> {
  for (let i = 0; i < count; i += 1) {
    const untilMs = performance.now() + eachMs;
    while (performance.now() < untilMs);
    yield;
  }
  return count;
}

it('lets others come between the slices of long work', async () => {
  let others = 0;
  const timer = setInterval(() => {
    others += 1;
  });
  expect(await inSlices(work(30, 10))).toBe(30);
  clearInterval(timer);
  expect(others).toBeGreaterThan(2);
});

it('does short work in one go', async () => {
  let isInterrupted = false;
  setTimeout(() => {
    isInterrupted = true;
  });
  await inSlices(work(3, 0));
  expect(isInterrupted).toBe(false);
});
