import { expect, test } from 'vitest';
import { differingLines } from './differing-lines.ts';

test('lines are numbered from 1, and a line that is merely elsewhere does not differ', () => {
  expect(differingLines('a\nb\nc\n', 'c\na\n')).toEqual([2]);
  expect(differingLines('a\n', 'a\nb\n')).toEqual([]);
});
