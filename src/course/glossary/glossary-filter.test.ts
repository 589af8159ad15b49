import { expect, test } from 'vitest';
import { foundText, isWanted } from './glossary-filter.ts';

const entry = { term: 'wait_for', short: 'Awaits for a limited time.', chapter: 'tasks' };
const wanted = { words: '', letter: '', chapter: '' };

test.each([
  ['', true],
  ['wait', true],
  ['Wait-For', true],
  ['limited wait', true],
  ['ait_f', true],
  ['imited', false],
  ['  time ', true],
  ['wait queue', false],
])('typing %j: %s', (words, fits) => {
  expect(isWanted(entry, { ...wanted, words })).toBe(fits);
});

test('letter and chapter narrow it down', () => {
  expect(isWanted(entry, { ...wanted, letter: 'W' })).toBe(true);
  expect(isWanted(entry, { ...wanted, letter: 'F' })).toBe(false);
  expect(isWanted(entry, { ...wanted, chapter: 'tasks' })).toBe(true);
  expect(isWanted(entry, { words: 'wait', letter: 'W', chapter: 'futures' })).toBe(false);
});

test('what was found is said, and what to do when it is nothing', () => {
  expect(foundText(100, 100)).toBe('100 terms');
  expect(foundText(1, 100)).toBe('1 of 100 terms');
  expect(foundText(0, 100)).toMatch(/^No term fits\. Try/);
});
