import { expect, test } from 'vitest';
import { progressText, ticksFrom } from './checklist.ts';

test('ticks are read back by the texts of their items', () => {
  expect([...ticksFrom('["start a task","cancel it"]')]).toEqual(['start a task', 'cancel it']);
});

test.each([null, '', '{', '7', '{"a":1}', 'null'])('%j holds no ticks', (stored) => {
  expect(ticksFrom(stored).size).toBe(0);
});

test('only texts count as ticks', () => {
  expect([...ticksFrom('["a", 3, null]')]).toEqual(['a']);
});

test('progress says how many of how many', () => {
  expect(progressText(3, 8)).toBe('3 of 8');
  expect(progressText(8, 8)).toBe('all 8');
  expect(progressText(3, 8, false)).toBe('3 of 8, for this visit only');
});
