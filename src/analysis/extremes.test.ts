import { expect, test } from 'vitest';
import { greatest, least } from './extremes.ts';

test('of more numbers than a call takes arguments, the least and the greatest are found', () => {
  const numbers = Array.from({ length: 500_000 }, (_, index) => (index * 7) % 500_000);
  expect(least(numbers)).toBe(0);
  expect(greatest(numbers)).toBe(499_999);
});

test('of none, they are beyond all others', () => {
  expect(least([])).toBe(Number.POSITIVE_INFINITY);
  expect(greatest([])).toBe(Number.NEGATIVE_INFINITY);
});
