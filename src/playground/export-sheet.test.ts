import { expect, test } from 'vitest';
import { wrap } from './export-sheet.ts';

test('a verdict is broken between words', () => {
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
});

test('a word that is longer than a line has one to itself', () => {
  expect(wrap('a deadlocked-for-good b', 6)).toEqual(['a', 'deadlocked-for-good', 'b']);
});
