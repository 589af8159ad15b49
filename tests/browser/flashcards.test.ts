/** A week of study with the clock moved, in the built site, held against ts-fsrs. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import { expect, test } from 'vitest';
import { intervalText } from '../../src/study/cards/schedule.ts';
import { eventually, useChapter } from './chapter-page.ts';
import { chooseStudyFile } from './choose-study-file.ts';

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
  await chooseStudyFile(page, text.slice(0, -20));
  await eventually(() => page.getByRole('alert').textContent()).toContain(
    'Nothing was imported. This is not a JSON file',
  );
  expect(await count(page, 'learned')).toContain('2 of');

  await page.getByRole('button', { name: 'Erase' }).click();
  await eventually(() => count(page, 'learned')).toContain('0 of');
  await chooseStudyFile(page, text);
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

test('a suspended card is listed, and can be taken up again or begun anew', async () => {
  const page = await openCards(MONDAY);
  await study(page);
  const suspended = await page.locator('[data-card]').getAttribute('data-card');
  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.locator(`[data-card="${suspended}"]`).waitFor({ state: 'detached' });
  const second = await answer(page, '4');
  await page.getByRole('button', { name: 'All decks' }).click();

  const region = page.getByRole('region', { name: 'Suspended cards and leeches' });
  expect(await region.locator('[data-aside]').count()).toBe(1);
  expect(await region.locator(`[data-aside="${suspended}"]`).textContent()).toContain('Suspended');
  await region.getByRole('button', { name: /^Resume: / }).click();
  await region.getByText('The card comes up again.').waitFor();
  expect(await region.locator('[data-aside]').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('aside-title');
  await study(page);
  await page.locator(`[data-card="${suspended}"]`).waitFor();
  expect(second).not.toBe(suspended);
});

test('a leech is marked on its card and in the list, and a reset makes it new', async () => {
  const page = await openCards(MONDAY);
  const leech = 'coroutines/what-a-call-gives';
  const log = Array.from({ length: 7 }, (_, at) => [
    {
      kind: 'review',
      id: `${at}a`,
      card: leech,
      atMs: MONDAY - (90 - 10 * at) * DAY,
      grade: 'easy',
    },
    {
      kind: 'review',
      id: `${at}b`,
      card: leech,
      atMs: MONDAY - (85 - 10 * at) * DAY,
      grade: 'again',
    },
  ]).flat();
  const settings = { newPerDay: 10, reviewsPerDay: 100 };
  const file = { format: 'loopscope-study', version: 1, log, settings, progress: {} };
  await chooseStudyFile(page, JSON.stringify(file));
  const row = page.locator(`[data-aside="${leech}"]`);
  await eventually(() => row.textContent()).toMatch(/Leech: forgotten [67] times/);
  await study(page);
  await eventually(() => page.locator('[data-card]').textContent()).toContain('Leech: forgotten');
  await page.getByRole('button', { name: 'All decks' }).click();
  await row.getByRole('button', { name: /^Reset: / }).click();
  await page.getByText('The card is new again.').waitFor();
  expect(await row.count()).toBe(0);
  expect(await count(page, 'learned')).toContain('0 of');
});

test('cramming goes through every card and leaves schedule and log alone', async () => {
  const page = await openCards(MONDAY);
  await study(page);
  await answer(page, '4');
  await page.getByRole('button', { name: 'All decks' }).click();
  await page.getByRole('button', { name: 'Cram Coroutines' }).click();
  const session = page.getByRole('region', { name: 'Cramming Coroutines' });
  const first = await answer(page, '1');
  expect(await session.locator('.study-interval').count()).toBe(0);
  await eventually(() => session.textContent()).toContain('1 of ');
  await page.keyboard.press('u');
  await page.locator(`[data-card="${first}"]`).waitFor();
  await answer(page, '2');
  await answer(page, '3');
  await page.getByRole('button', { name: 'All decks' }).click();
  expect(await count(page, 'new')).toBe('9');
  expect(await count(page, 'learned')).toContain('1 of');
  expect(await page.locator('[data-count="answers"]').textContent()).toBe('1');
});

test('a deck that is begun anew has none but new cards', async () => {
  const page = await openCards(MONDAY);
  page.on('dialog', (dialog) => void dialog.accept());
  await study(page);
  for (const key of ['4', '3', '1']) await answer(page, key);
  await page.getByRole('button', { name: 'All decks' }).click();
  await eventually(() => count(page, 'new')).toBe('7');
  await page.getByRole('button', { name: 'Reset Everything' }).click();
  await eventually(() => count(page, 'new')).toBe('10');
  expect(await count(page, 'due')).toBe('0');
  expect(await count(page, 'learned')).toContain('0 of');
});

test('the limits of a day are the reader’s', async () => {
  const page = await openCards(MONDAY);
  const limit = page.getByRole('spinbutton', { name: 'New cards a day' });
  await limit.fill('2');
  await limit.press('Enter');
  await limit.blur();
  await eventually(() => count(page, 'new')).toBe('2');
  await study(page);
  await answer(page, '4');
  await answer(page, '4');
  await page.getByText('That is all for now.').waitFor();
  await page.reload();
  await eventually(() => count(page, 'new')).toBe('0');
});

test('what a screen reader is told of a card, before and after it is turned', async () => {
  const page = await openCards(MONDAY);
  await study(page);
  const session = page.getByRole('region', { name: 'Studying Everything' });
  await session.getByRole('region', { name: 'Question' }).waitFor();
  expect(await focusedName(page)).toBe('Question');
  expect(await session.ariaSnapshot()).not.toContain('Answer');
  await page.keyboard.press('Space');
  await session.getByRole('region', { name: 'Answer' }).waitFor();
  const tree = await session.ariaSnapshot();
  for (const part of [
    'group "How well did you know it?"',
    'button "Again 1 min"',
    'button "Hard 6 min"',
    'button "Good 10 min"',
    /button "Easy \d+ d"/,
    'link "Read the lesson"',
    'status',
  ]) {
    expect(tree).toMatch(part instanceof RegExp ? part : new RegExp(part.replace('?', '\\?')));
  }
  await page.keyboard.press('4');
  await session.getByRole('region', { name: 'Answer' }).waitFor({ state: 'detached' });
  await eventually(() => focusedName(page)).toBe('Question');
  await page.keyboard.press('u');
  await eventually(() => session.getByRole('status').textContent()).toBe('Taken back.');
});

test('by touch, a card is turned and answered, and its keys are not shown', async () => {
  const { page } = await open({ path: 'flashcards/', hasTouch: true, isMobile: true });
  await page.getByRole('button', { name: 'Study Everything' }).tap();
  await page.getByRole('button', { name: 'Show the answer' }).tap();
  expect(await page.locator('.study-key').filter({ visible: true }).count()).toBe(0);
  await page.getByRole('button', { name: /^Easy/ }).tap();
  await eventually(() => page.locator('.study-left').textContent()).toContain('9 new');
});

test('a card in the text is answered in its place, and is in the deck', async () => {
  const { page } = await open({ path: 'coroutines/whole/' });
  const card = page.locator('[data-card="coroutines/what-a-call-gives"]');
  await card.scrollIntoViewIfNeeded();
  await card.locator('xpath=ancestor::astro-island[not(@ssr)]').waitFor();
  await card.locator('summary').click();
  await card.getByRole('button', { name: /^Easy/ }).waitFor();
  expect(await card.locator('.study-key').filter({ visible: true }).count()).toBe(0);
  await card.getByRole('button', { name: /^Easy/ }).click();
  await eventually(() => card.getByRole('status').textContent()).toMatch(
    /Added to your deck\. In your deck; next in \d+ days\./,
  );
  await page.goto(new URL('/flashcards/', page.url()).href);
  await eventually(() => count(page, 'learned')).toContain('1 of');
  expect(await count(page, 'new')).toBe('9');
});

test('all cards can be read, and a deck’s programs are coloured when it is opened', async () => {
  const { page } = await open({ path: 'flashcards/' });
  const deck = page.locator('.study-all details').first();
  expect(await page.locator('.study-all .code-keyword').count()).toBe(0);
  const program = deck.locator('.study-code code').first();
  const source = await program.textContent();
  await deck.locator('summary').click();
  await program.locator('.code-keyword').first().waitFor();
  expect(await program.textContent()).toBe(source);
});

function focusedName(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
}
