/** What the browser keeps of a reader: shown, exported, erased, imported. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { eventually, useChapter } from './chapter-page.ts';
import { chooseStudyFile } from './choose-study-file.ts';

const open = useChapter();

const MARKS = {
  'read/coroutines/two-colours': 'done',
  'run/coroutines/first-await': 'done',
  'quiz/coroutines/small-bell': 'right',
  'quiz/coroutines/blocked-trace': 'wrong',
  'exercise/coroutines/forgotten-await': 'done',
};

/** A card that was learned two weeks ago, and one that was begun a minute ago. */
function studyFile(nowMs: number): string {
  const review = (id: string, card: string, atMs: number, grade: string) => ({
    ...{ kind: 'review', id, card: `coroutines/${card}`, atMs, grade },
  });
  return JSON.stringify({
    format: 'loopscope-study',
    version: 1,
    log: [
      review('a', 'what-a-call-gives', nowMs - 14 * 86_400_000, 'good'),
      review('b', 'what-run-does', nowMs - 60_000, 'good'),
    ],
    settings: { newPerDay: 7, reviewsPerDay: 70 },
    progress: MARKS,
  });
}

async function openProgress() {
  const { page } = await open({ path: 'progress/' });
  page.on('dialog', (dialog) => void dialog.accept());
  await page.locator('[data-ready]').waitFor();
  return page;
}

const rowOf = (page: Page) => page.locator('[data-chapter="coroutines"] td').allTextContents();

const countOf = (done: number) => expect.stringMatching(new RegExp(`^${done} of \\d+$`));
const AFTER_IMPORT = [countOf(1), countOf(1), countOf(1), countOf(1), '1'];
const FRESH = [countOf(0), countOf(0), countOf(0), countOf(0), '0'];

async function exported(page: Page): Promise<unknown> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  return JSON.parse(await readFile(await (await download).path(), 'utf8'));
}

it('export, erase and import give the same state, limits and all', async () => {
  const page = await openProgress();
  await eventually(() => rowOf(page)).toEqual(FRESH);
  await page.getByText('Nothing yet').waitFor();
  await chooseStudyFile(page, studyFile(Date.now()));
  await eventually(() => rowOf(page)).toEqual(AFTER_IMPORT);
  await page.getByRole('link', { name: '1 card to repeat' }).waitFor();
  const before = await exported(page);
  await page.getByRole('button', { name: 'Erase' }).click();
  await eventually(() => rowOf(page)).toEqual(FRESH);
  await chooseStudyFile(page, JSON.stringify(before));
  await eventually(() => rowOf(page)).toEqual(AFTER_IMPORT);
  expect(await exported(page)).toEqual(before);
});

it('one answer is not nothing, though no lesson is done yet', async () => {
  const page = await openProgress();
  const file = { ...JSON.parse(studyFile(Date.now())), log: [] };
  file.progress = { 'quiz/coroutines/small-bell': 'wrong' };
  await chooseStudyFile(page, JSON.stringify(file));
  await page.getByText(/^0 of \d+ lessons done/).waitFor();
  expect(await page.getByText('Nothing yet').count()).toBe(0);
});

it.each([
  ['is cut short', (text: string) => text.slice(0, -9), 'not a JSON file'],
  ['is of something else', () => '{"cards": []}', 'not an export of Loopscope'],
  [
    'has one broken entry after good ones',
    (text: string) => text.replace('"grade":"good"}]', '"grade":"fine"}]'),
    'In log, entry 2, grade: expected again, hard, good, easy, found "fine".',
  ],
  [
    'marks what is no progress',
    (text: string) => text.replace('"read/coroutines/', '"heard/coroutines/'),
    'In progress: expected a name such as "read/coroutines"',
  ],
])('a file that %s is refused with the reason, and changes nothing', async (_, spoil, reason) => {
  const page = await openProgress();
  const broken = spoil(studyFile(Date.now()));
  expect(broken).not.toBe(studyFile(Date.now()));
  await chooseStudyFile(page, broken);
  await eventually(() => page.getByRole('alert').textContent()).toContain(reason);
  expect(await page.getByRole('alert').textContent()).toMatch(/^Nothing was imported\./);
  await page.reload();
  await page.locator('[data-ready]').waitFor();
  expect(await rowOf(page)).toEqual(FRESH);
});

it('the sidebar of every page says what is done and how much is due, until it is done', async () => {
  const page = await openProgress();
  await chooseStudyFile(page, studyFile(Date.now()));
  const flashcards = page.locator('nav.sidebar').getByRole('link', { name: /Flashcards/ });
  await eventually(() => flashcards.textContent()).toMatch(/Flashcards\s+1 due/);
  for (const path of ['glossary/', 'tasks/']) {
    await page.goto(new URL(`/${path}`, page.url()).href);
    await eventually(() => flashcards.textContent()).toMatch(/Flashcards\s+1 due/);
    const lesson = page.locator('nav.sidebar a[data-unit="coroutines/two-colours"]');
    expect(await lesson.textContent()).toContain('(done)');
  }
  await flashcards.click();
  await page.getByRole('button', { name: 'Study Everything' }).click();
  await page.keyboard.press('Space');
  await page.keyboard.press('4');
  await eventually(() => flashcards.textContent()).not.toContain('due');
});
