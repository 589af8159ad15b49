import { expect, test } from 'vitest';
import { courseOrder, unitFile } from './unit-files.ts';

test('the numbers of folder and file give the place and are stripped from the address', () => {
  expect(unitFile('content/chapters/02-tasks/03-keep-a-reference.mdx')).toMatchObject({
    slug: 'tasks/keep-a-reference',
    kind: 'lesson',
    chapter: 'tasks',
    chapterNumber: 2,
    lesson: 3,
  });
});

test('a chapter has a front page, lessons, practice and review, in this order', () => {
  const units = courseOrder([
    '01-coroutines',
    '01-coroutines/review.mdx',
    '01-coroutines/10-later.mdx',
    '01-coroutines/practice.mdx',
    '01-coroutines/02-sooner.mdx',
    '01-coroutines/index.mdx',
    '00-start-here/index.mdx',
  ]);
  expect(units.map(({ slug, kind }) => [slug, kind])).toEqual([
    ['start-here', 'front'],
    ['coroutines', 'front'],
    ['coroutines/sooner', 'lesson'],
    ['coroutines/later', 'lesson'],
    ['coroutines/practice', 'practice'],
    ['coroutines/review', 'review'],
  ]);
});

test('chapter zero comes first and is called by no number', () => {
  const numbers = courseOrder(['10-further/index.md', '00-start-here/index.mdx']).map(
    ({ chapterNumber }) => chapterNumber,
  );
  expect(numbers).toEqual([null, 10]);
});

test('drafts with an underscore and other files are no units', () => {
  expect(courseOrder(['01-tasks/_03-ideas.mdx', '01-tasks/notes.txt', '.DS_Store'])).toEqual([]);
});

test.each(['tasks.mdx', 'tasks/01-first.mdx', '02-tasks/first.mdx'])(
  '%s is refused, and what is expected is said',
  (path) => {
    expect(() => courseOrder([path])).toThrow(`content/chapters/${path}: expected 02-tasks/`);
  },
);

test('two files with one address or one place are refused by name', () => {
  expect(() => courseOrder(['02-tasks/01-a.mdx', '02-tasks/02-a.mdx'])).toThrow(
    '"02-tasks/01-a.mdx" and "02-tasks/02-a.mdx" both claim the address "/tasks/a/"',
  );
  expect(() => courseOrder(['02-tasks/01-a.mdx', '02-tasks/01-b.mdx'])).toThrow('claim lesson 1');
  expect(() => courseOrder(['01-a/index.mdx', '01-b/index.mdx'])).toThrow('claim the number 1');
});
