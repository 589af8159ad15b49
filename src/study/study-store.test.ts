import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { LogEntry } from './card-history.ts';
import { DEFAULT_SETTINGS } from './review-queue.ts';
import { BrokenStudyFile, formatStudyFile, parseStudyFile } from './study-file.ts';
import { openStudyStore } from './study-store.ts';

const T0 = Date.UTC(2026, 0, 5, 9);
const review = (id: string, card: string, atMs: number): LogEntry => ({
  kind: 'review',
  id,
  card,
  atMs,
  grade: 'good',
});

test('two tabs that answer the same card at the same time lose no answer', async () => {
  const [one, two] = await Promise.all([openStudyStore('tabs'), openStudyStore('tabs')]);
  await Promise.all([
    one.add([review('a', 'c/1', T0)]),
    two.add([review('b', 'c/1', T0 + 600_000)]),
    one.add([review('d', 'c/2', T0)]),
  ]);
  expect(await two.log()).toHaveLength(3);
  const records = await one.records();
  expect(records.map(({ card, schedule }) => [card, schedule.reps])).toEqual([
    ['c/1', 2],
    ['c/2', 1],
  ]);
});

test('export, erase and import give the same state; importing twice adds nothing', async () => {
  const store = await openStudyStore('files');
  await store.add([review('a', 'c/1', T0), review('b', 'c/1', T0 + 86_400_000)], {
    newPerDay: 3,
    reviewsPerDay: 50,
  });
  const before = [await store.records(), await store.settings()];
  const text = formatStudyFile({
    log: await store.log(),
    settings: await store.settings(),
    progress: { 'read/coroutines': 'done' },
  });
  await store.erase();
  expect(await store.records()).toEqual([]);
  expect(await store.settings()).toEqual(DEFAULT_SETTINGS);
  const file = parseStudyFile(text);
  expect(await store.add(file.log, file.settings)).toBe(2);
  expect([await store.records(), await store.settings()]).toEqual(before);
  expect(await store.add(file.log, file.settings)).toBe(0);
  expect(file.progress).toEqual({ 'read/coroutines': 'done' });
});

const whole = {
  format: 'loopscope-study',
  version: 1,
  log: [review('a', 'c/1', T0)],
  settings: DEFAULT_SETTINGS,
  progress: {},
};

test.each([
  ['{"format":', 'This is not a JSON file, or only part of one.'],
  ['{}', 'This is not an export of Loopscope: it lacks "format": "loopscope-study".'],
  [JSON.stringify({ ...whole, log: 3 }), 'In log: expected a list, found 3.'],
  [
    JSON.stringify({ ...whole, log: [{ ...whole.log[0], grade: 'fine' }] }),
    'In log, entry 1, grade: expected again, hard, good, easy, found "fine".',
  ],
  [
    JSON.stringify({ ...whole, log: [{ ...whole.log[0], atMs: 1.5 }] }),
    'In log, entry 1, atMs: expected a whole number, 0 or more, found 1.5.',
  ],
  [
    JSON.stringify({ ...whole, progress: { x: 'done' } }),
    'In progress: expected a name such as "read/coroutines", found "x".',
  ],
])('a broken file is refused with a reason: %s', (text, message) => {
  expect(() => parseStudyFile(text)).toThrow(new BrokenStudyFile(message));
});
