import { expect, test } from 'vitest';
import { type FoundPage, hitsIn, statusText } from './search.ts';

const part = (name: string, ...scores: number[]) => ({
  title: name,
  url: `/tasks/#${name}`,
  excerpt: `<mark>${name}</mark>`,
  weighted_locations: scores.map((balanced_score) => ({ balanced_score })),
});

const PAGE: FoundPage = {
  url: '/tasks/',
  meta: { title: 'Tasks' },
  excerpt: 'a <mark>task</mark>',
  sub_results: [
    { title: 'Tasks', url: '/tasks/', excerpt: 'top', weighted_locations: [] },
    part('gather', 1),
  ],
};

test('a page is followed by the headings under which it matches', () => {
  expect(hitsIn(PAGE).map(({ url, part }) => [url, part])).toEqual([
    ['/tasks/', false],
    ['/tasks/#gather', true],
  ]);
});

test('of many headings the best are shown, the best of them first', () => {
  const many = [part('a', 1), part('b', 2, 3), part('c'), part('d', 2), part('e', 4)];
  expect(hitsIn({ ...PAGE, sub_results: many }).map(({ title }) => title)).toEqual([
    'Tasks',
    'b',
    'e',
    'd',
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
