import { expect, it } from 'vitest';
import { lineAt } from './line-at.ts';

/** Ten lines of 20 pixels, scrolled so far that the first three are above the page. */
const numbers = { top: -60, height: 200 } as DOMRect;

it('a pointer is at the line that it is level with', () => {
  expect(lineAt(numbers, 0, 10)).toBe(4);
  expect(lineAt(numbers, 19, 10)).toBe(4);
  expect(lineAt(numbers, 20, 10)).toBe(5);
});

it('a pointer above the first line or below the last is at none', () => {
  expect(lineAt(numbers, -61, 10)).toBe(null);
  expect(lineAt(numbers, 139, 10)).toBe(10);
  expect(lineAt(numbers, 140, 10)).toBe(null);
});
