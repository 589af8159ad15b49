import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import type { LogEntry } from './cards/card-history.ts';
import { DEFAULT_SETTINGS } from './cards/review-queue.ts';
import {
  BrokenStudyFile,
  formatStudyFile,
  parseStudyFile,
  readStudyFile,
} from './progress/study-file.ts';
import { goOnWithout, openStudyStore } from './study-store.ts';

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
    'In log, entry 1, atMs: expected a whole number from 0 to 6311520000000000, found 1.5.',
  ],
  [
    JSON.stringify({ ...whole, log: [{ ...whole.log[0], atMs: 8.64e15 }] }),
    'In log, entry 1, atMs: expected a whole number from 0 to 6311520000000000, found 8640000000000000.',
  ],
  [
    JSON.stringify({
      ...whole,
      settings: { newPerDay: Number.POSITIVE_INFINITY, reviewsPerDay: 1 },
    }),
    'In settings, newPerDay: expected a whole number from 0 to 9007199254740991, found null.',
  ],
  [
    JSON.stringify({ ...whole, log: [{ ...whole.log[0], card: 'x'.repeat(201) }] }),
    `In log, entry 1, card: expected a text, found "${'x'.repeat(59)}.`,
  ],
  [
    JSON.stringify({
      ...whole,
      log: [...whole.log, review('b', 'c/1', T0), review('a', 'c/2', T0)],
    }),
    'In log, entry 3, id: expected one of its own, found that of entry 1.',
  ],
  [
    JSON.stringify({ ...whole, log: [['a', 'c/1', T0]] }),
    `In log, entry 1: expected an object, found ["a","c/1",${T0}].`,
  ],
  [
    JSON.stringify({ ...whole, progress: { x: 'done' } }),
    'In progress: expected a name such as "read/coroutines", found "x".',
  ],
  [
    '{"format":"loopscope-study","version":1,"log":[],"settings":{"newPerDay":1,"reviewsPerDay":1},"progress":{"__proto__":{"read/x":"done"}}}',
    'In progress: expected a name such as "read/coroutines", found "__proto__".',
  ],
  [
    JSON.stringify({
      ...whole,
      progress: Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`run/${at}`, 'x'])),
    }),
    'In progress: expected at most 10000 marks, found 10001.',
  ],
  [JSON.stringify(whole).slice(0, -20), 'This is not a JSON file, or only part of one.'],
])('a broken file is refused with a reason: %s', (text, message) => {
  expect(() => parseStudyFile(text)).toThrow(new BrokenStudyFile(message));
});

test('an answer that was given by a wrong clock can be exported and imported', async () => {
  const store = await openStudyStore('clock');
  for (const year of [2150, 199_000]) {
    await store.add([review(`in ${year}`, `c/${year}`, T0 + (year - 2026) * 365.25 * 86_400_000)]);
  }
  const [log, settings] = [await store.log(), await store.settings()];
  expect(parseStudyFile(formatStudyFile({ log, settings, progress: {} })).log).toEqual(log);
  for (const { schedule } of await store.records()) expect(schedule.dueMs).toBeLessThan(8.64e15);
});

test('an id is taken once: an import cannot put another card’s answer in its place', async () => {
  const store = await openStudyStore('ids');
  await store.add([review('a', 'c/1', T0)]);
  expect(await store.add([review('a', 'c/2', T0), review('b', 'c/2', T0)])).toBe(1);
  expect((await store.log()).map(({ id, card }) => `${id} ${card}`)).toEqual(['a c/1', 'b c/2']);
});

test('a file that is too large is refused before it is read', async () => {
  const file = new File([new Uint8Array(50 * 1024 ** 2)], 'large.json');
  const read = vi.spyOn(file, 'text');
  await expect(readStudyFile(file)).rejects.toThrow(
    'The file has 50 MB; this page reads up to 32 MB.',
  );
  expect(read).not.toHaveBeenCalled();
});

test('names from a file are names and nothing more', async () => {
  const hostile = ['__proto__', 'constructor', '<img src=x onerror=hostile()>'];
  const text = formatStudyFile({
    log: hostile.map((card, at) => review(card, card, T0 + at)),
    settings: DEFAULT_SETTINGS,
    progress: { 'read/__proto__': 'done' },
  });
  const store = await openStudyStore('hostile');
  expect(await store.add(parseStudyFile(text).log)).toBe(3);
  expect((await store.records()).map(({ card }) => card).sort()).toEqual(hostile.toSorted());
  expect(parseStudyFile(text).progress).toEqual({ 'read/__proto__': 'done' });
  expect(Object.keys(Object.prototype)).toEqual([]);
});

/** The second entry that is written fails, as in a storage that is full by then. */
function fullAfterOne() {
  const { put } = IDBObjectStore.prototype;
  let written = 0;
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...words: Parameters<typeof put>
  ) {
    if (++written > 1) throw new DOMException('the quota is exceeded', 'QuotaExceededError');
    return put.apply(this, words);
  });
}

test('where storage is full nothing is half written, and the visit goes on with what there was', async () => {
  const store = await openStudyStore('full');
  await store.add([review('a', 'c/1', T0)]);
  const full = fullAfterOne();
  const more = [review('b', 'c/1', T0 + 1), review('d', 'c/2', T0 + 2)];
  await expect(store.add(more)).rejects.toThrow('the quota is exceeded');
  full.mockRestore();
  expect(await store.log()).toEqual([review('a', 'c/1', T0)]);
  const visit = await goOnWithout(store);
  await visit.add(more);
  expect(visit.lasting).toBe(false);
  expect((await visit.records()).map(({ card, schedule }) => [card, schedule.reps])).toEqual([
    ['c/1', 2],
    ['c/2', 1],
  ]);
});
