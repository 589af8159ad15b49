import { expect, test } from 'vitest';
import { countMarked, createProgressStore, isOfProgress, isProgressKey } from './progress.ts';

/** The browser's own, with whatever else a page keeps there. */
function storage(entries: Record<string, string> = {}, full = false) {
  const kept = new Map(Object.entries(entries));
  return {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('marks come back in another tab, and nothing else that is kept there does', () => {
  const shared = storage({ 'starlight-theme': 'dark' });
  const [one, two] = [createProgressStore(shared), createProgressStore(shared)];
  one.mark('read', 'coroutines');
  two.mark('quiz', 'coroutines/order', 'right');
  const both = { 'read/coroutines': 'done', 'quiz/coroutines/order': 'right' };
  expect([one.all(), two.all()]).toEqual([both, both]);
});

test('erasing leaves what is not progress', () => {
  const shared = storage({ 'starlight-theme': 'dark' });
  const progress = createProgressStore(shared);
  progress.add({ 'read/tasks': 'done', 'run/tasks/one': 'done' });
  expect(Object.keys(progress.all())).toHaveLength(2);
  progress.erase();
  expect(progress.all()).toEqual({});
  expect(shared.getItem('starlight-theme')).toBe('dark');
});

test.each([
  ['full', storage({}, true)],
  ['forbidden', null],
])('where storage is %s, marks last for the visit', (_, store) => {
  const progress = createProgressStore(store);
  progress.mark('exercise', 'tasks/limit');
  expect(progress.lasting).toBe(false);
  expect(progress.all()).toEqual({ 'exercise/tasks/limit': 'done' });
});

test('a question counts as right only where its last answer was', () => {
  const progress = { 'quiz/c/a': 'right', 'quiz/c/b': 'wrong', 'run/c/a': 'done' };
  expect(countMarked(progress, 'quiz', ['c/a', 'c/b', 'c/d'])).toBe(2);
  expect(countMarked(progress, 'quiz', ['c/a', 'c/b', 'c/d'], 'right')).toBe(1);
  expect(countMarked(progress, 'exercise', ['c/a'])).toBe(0);
});

test.each([
  ['read/coroutines', true],
  ['opened/lesson', true],
  ['seen/coroutines/pitfalls', true],
  ['quiz/c/a', true],
  ['read/', false],
  ['read', false],
  ['heard/c', false],
])('whether “%s” names a piece of progress: %s', (key, is) => {
  expect(isProgressKey(key)).toBe(is);
});

test('what was right stays right, whatever an older file says', () => {
  const progress = createProgressStore(storage());
  progress.mark('quiz', 'tasks/order', 'right');
  progress.add({ 'quiz/tasks/order': 'wrong', 'quiz/tasks/start': 'wrong' });
  expect(progress.all()).toEqual({ 'quiz/tasks/order': 'right', 'quiz/tasks/start': 'wrong' });
});

test('another tab’s mark is news, and so is that all was erased', () => {
  expect(
    ['loopscope:progress:run/a', null, 'loopscope:playground'].map((key) => isOfProgress({ key })),
  ).toEqual([true, true, false]);
});
