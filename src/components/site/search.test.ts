import { expect, test } from 'vitest';
import { type FoundPage, hitsIn, statusText } from './search.ts';

const PAGE: FoundPage = {
  url: '/tasks/',
  meta: { title: 'Tasks' },
  excerpt: 'a <mark>task</mark>',
  sub_results: [
    { title: 'Tasks', url: '/tasks/', excerpt: 'top' },
    { title: 'Gather', url: '/tasks/#gather', excerpt: 'gather <mark>tasks</mark>' },
  ],
};

test('a page is followed by the headings under which it matches', () => {
  expect(hitsIn(PAGE).map(({ url, part }) => [url, part])).toEqual([
    ['/tasks/', false],
    ['/tasks/#gather', true],
  ]);
});

test('a page without such headings shows its own excerpt', () => {
  expect(hitsIn({ ...PAGE, sub_results: [] })).toEqual([
    { url: '/tasks/', title: 'Tasks', excerpt: 'a <mark>task</mark>', part: false },
  ]);
});

test('the status says how much was found, and nothing before one has typed', () => {
  expect(statusText('  ', 0)).toBe('');
  expect(statusText('gater', 0)).toBe('Nothing found for “gater”.');
  expect(statusText('gather', 1)).toBe('Found on one page');
  expect(statusText('gather', 12)).toBe('Found on 12 pages');
});
