import { expect, test } from 'vitest';
import { chapterFile, courseOrder } from './chapter-files.ts';

test('the number of a file gives the order and is stripped from the address', () => {
  const { slug, order, number } = chapterFile('01-coroutines.mdx');
  expect({ slug, order, number }).toEqual({ slug: 'coroutines', order: 1, number: 1 });
});

test('chapter zero comes first and is called by no number', () => {
  const chapters = courseOrder(['02-tasks.mdx', '00-start-here.mdx', '10-further.md']);
  expect(chapters.map(({ slug, number }) => [slug, number])).toEqual([
    ['start-here', null],
    ['tasks', 2],
    ['further', 10],
  ]);
});

test('pages without a number, drafts with an underscore and other files are no chapters', () => {
  expect(courseOrder(['404.mdx', '_03-ideas.mdx', 'notes.txt', '.DS_Store'])).toEqual([]);
});

test('a path inside the folder does not matter to the address', () => {
  expect(chapterFile('content/chapters/04-locks.mdx').slug).toBe('locks');
});

test('two files with one address are refused by name', () => {
  expect(() => courseOrder(['01-tasks.mdx', '02-tasks.mdx'])).toThrow(
    '"01-tasks.mdx" and "02-tasks.mdx" both claim the address "/tasks/"',
  );
});

test('two files with one number are refused by name', () => {
  expect(() => courseOrder(['01-tasks.mdx', '01-futures.mdx'])).toThrow('claim the number 1');
});
