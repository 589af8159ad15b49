import { expect, test } from 'vitest';
import { nextLesson } from './next-lesson.ts';

const STEPS = ['a/one', 'a/two', 'a/deep', 'b/three'].map((slug) => ({
  slug,
  title: slug,
  deeper: slug === 'a/deep',
}));

function next(opened: string | undefined, ...done: string[]) {
  const found = nextLesson(STEPS, (slug) => done.includes(slug), opened);
  return found && [found.step.slug, found.begun];
}

test('a course that was not begun starts with its first lesson', () => {
  expect(next(undefined)).toEqual(['a/one', false]);
});

test('the lesson that was opened last comes again until it is done', () => {
  expect(next('a/two', 'a/one')).toEqual(['a/two', true]);
  expect(next('a/deep')).toEqual(['a/deep', true]);
});

test('after a lesson that is done comes the next that is not, and none that goes deeper', () => {
  expect(next('a/two', 'a/one', 'a/two')).toEqual(['b/three', true]);
});

test('what was left out comes in the end, the deeper lessons last', () => {
  expect(next('b/three', 'a/two', 'b/three')).toEqual(['a/one', true]);
  expect(next('b/three', 'a/one', 'a/two', 'b/three')).toEqual(['a/deep', true]);
});

test('nothing comes after everything', () => {
  expect(next('a/one', 'a/one', 'a/two', 'a/deep', 'b/three')).toBe(null);
});
