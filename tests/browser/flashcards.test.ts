/** A week of study with the clock moved, in the built site, held against ts-fsrs. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import { expect, test } from 'vitest';
import { intervalText } from '../../src/study/schedule.ts';
import { eventually, useChapter } from './chapter-page.ts';

const open = useChapter();
const MONDAY = new Date(2026, 0, 5, 9).getTime();
const DAY = 86_400_000;

async function openCards(atMs: number) {
  const { page } = await open({
    path: 'flashcards/',
    prepare: (context) => context.clock.install({ time: atMs }),
  });
  await page.locator('[data-ready]').waitFor();
  return page;
}

const count = (page: Page, what: string) =>
  page.locator(`[data-deck="Everything"] [data-count="${what}"]`).textContent();

async function study(page: Page) {
  await page.getByRole('button', { name: 'Study Everything' }).click();
}

/** Answers the card that is shown, by the keyboard alone; returns which it was. */
async function answer(page: Page, key: string): Promise<string> {
  const id = (await page.locator('[data-card]').getAttribute('data-card')) ?? '';
  await page.keyboard.press('Space');
  await page.getByRole('group', { name: 'How well did you know it?' }).waitFor();
  await page.keyboard.press(key);
  await page
    .getByRole('group', { name: 'How well did you know it?' })
    .waitFor({ state: 'detached' });
  return id;
}

test('a week of answers agrees with ts-fsrs, and undo takes back the last, on the last screen too', async () => {
  const page = await openCards(MONDAY);
  expect(await count(page, 'new')).toBe('10');
  await study(page);
  const ids = new Set<string>();
  for (let at = 0; at < 10; at += 1) ids.add(await answer(page, '4'));
  expect(ids.size).toBe(10);
  await page.getByText('That is all for now.').waitFor();

  await page.keyboard.press('u');
  await page.getByRole('button', { name: 'Show the answer' }).waitFor();
  await answer(page, '4');
  await page.getByText('That is all for now.').waitFor();

  const scheduler = fsrs({ enable_fuzz: false });
  const first = scheduler.next(createEmptyCard(new Date(MONDAY)), new Date(MONDAY), Rating.Easy);
  const days = first.card.scheduled_days;
  for (let day = 1; day <= 7; day += 1) {
    await page.clock.setSystemTime(MONDAY + day * DAY);
    await page.reload();
    await page.locator('[data-ready]').waitFor();
    expect(await count(page, 'due'), `day ${day}`).toBe(day < days ? '0' : '10');
    expect(await count(page, 'new'), `day ${day}`).toBe('10');
  }

  const due = MONDAY + days * DAY;
  await page.clock.setSystemTime(due);
  await page.reload();
  await page.locator('[data-ready]').waitFor();
  await eventually(() => count(page, 'due')).toBe('10');
  await study(page);
  await page.getByRole('button', { name: 'Show the answer' }).waitFor();
  await page.keyboard.press('Space');
  const good = scheduler.next(first.card, new Date(due), Rating.Good as Grade).card;
  expect(await page.locator('[data-grade="good"] .study-interval').textContent()).toBe(
    intervalText(good.due.getTime() - due),
  );
});

test('export, erase and import give the same state; a broken file changes nothing', async () => {
  const page = await openCards(MONDAY);
  page.on('dialog', (dialog) => void dialog.accept());
  await study(page);
  await answer(page, '4');
  await answer(page, '4');
  await page.getByRole('button', { name: 'All decks' }).click();
  await eventually(() => count(page, 'learned')).toContain('2 of');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const chosen = (content: string) =>
    page.locator('input[type="file"]').setInputFiles({
      name: 'study.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });

  await chosen(text.slice(0, -20));
  await eventually(() => page.getByRole('alert').textContent()).toContain(
    'Nothing was imported. This is not a JSON file',
  );
  expect(await count(page, 'learned')).toContain('2 of');

  await page.getByRole('button', { name: 'Erase' }).click();
  await eventually(() => count(page, 'learned')).toContain('0 of');
  await chosen(text);
  await eventually(() => count(page, 'learned')).toContain('2 of');
  expect(await count(page, 'new')).toBe('8');
});

test('two tabs lose no answer, and each sees the other’s', async () => {
  const one = await openCards(MONDAY);
  const two = await one.context().newPage();
  await two.goto(one.url());
  await two.locator('[data-ready]').waitFor();
  await one.bringToFront();
  await study(one);
  await answer(one, '4');
  await eventually(() => count(two, 'new')).toBe('9');
  await two.bringToFront();
  await study(two);
  await one.bringToFront();
  await answer(one, '4');
  await two.bringToFront();
  await answer(two, '3');
  await one.bringToFront();
  await one.reload();
  await one.locator('[data-ready]').waitFor();
  await eventually(() => one.locator('[data-count="answers"]').textContent()).toBe('3');
});
