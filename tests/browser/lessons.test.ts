/** The way through the course: a lesson is done by what it ends with, and the next one is offered. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { eventually, useChapter } from './chapter-page.ts';

const open = useChapter();

const FIRST = 'coroutines/a-function-that-can-wait/';
const SECOND = 'coroutines/calling-runs-nothing';

/** The right option of the question that closes a lesson, where it is to be chosen. */
function choiceOf(question: string): number | null {
  const [chapter, name] = question.split('/');
  const { questions } = parse(readFileSync(`content/quizzes/${chapter}.yaml`, 'utf8'));
  const found = questions.find(({ id }: { id: string }) => id === name);
  return found?.kind === 'choose' ? found.answer : null;
}

/** The first lesson of the course that closes with a choice, and its closing, alive. */
async function openChoice(start: Page, url: string) {
  const lessons = await start
    .locator('a[data-unit]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const href of [url, ...lessons]) {
    await start.goto(href);
    const key = await start
      .locator('[data-closing]')
      .getAttribute('data-key', { timeout: 2_000 })
      .catch(() => null);
    const answer = key?.startsWith('quiz/') ? choiceOf(key.slice('quiz/'.length)) : null;
    if (answer === null) continue;
    const closing = start.locator('[data-closing]');
    await closing.scrollIntoViewIfNeeded();
    await closing.locator('astro-island:not([ssr])').first().waitFor();
    return { closing, answer, lesson: (await closing.getAttribute('data-closing')) ?? '' };
  }
  throw new Error('expected a lesson that closes with a choice');
}

const check = (closing: Locator) => closing.getByRole('button', { name: /^Check/ }).click();

it('a wrong answer gets a nudge and a second try, a right one ends the lesson', async () => {
  const { page } = await open({ path: FIRST });
  const { closing, answer, lesson } = await openChoice(page, page.url());
  const done = closing.locator('.done');
  const link = page.locator(`nav.sidebar a[data-unit="${lesson}"]`);
  expect(await done.isVisible()).toBe(false);
  await closing
    .getByRole('radio')
    .nth(answer === 0 ? 1 : 0)
    .check();
  await check(closing);
  await closing.getByText('Not yet.').waitFor();
  expect(await closing.locator('[data-right]').count()).toBe(0);
  // The same again is no second try.
  expect(await closing.getByRole('button', { name: 'Check again' }).isDisabled()).toBe(true);
  expect(await done.isVisible()).toBe(false);
  await closing.getByRole('radio').nth(answer).check();
  await check(closing);
  await closing.getByText('Right.').waitFor();
  await done.waitFor();
  expect(await done.textContent()).toMatch(/Lesson done\..*That is 1 of this chapter’s \d+\./s);
  expect(await link.textContent()).toContain('(done)');
  const next = await done.getByRole('link', { name: /^Next: / }).getAttribute('href');
  await page.reload();
  await page.locator('[data-closing] .done').waitFor();
  await page.goto(new URL('/', page.url()).href);
  const goOn = page.locator('a[data-continue]');
  await eventually(() => goOn.getAttribute('href')).toBe(next);
  expect(await goOn.textContent()).toContain('Continue');
});

it('a lesson that was scrolled through is not done, and comes again', async () => {
  const { page } = await open({ path: FIRST });
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForLoadState('networkidle');
  const link = page.locator('nav.sidebar a[aria-current="page"]');
  expect(await link.textContent()).not.toContain('(done)');
  await page.goto(new URL('/coroutines/', page.url()).href);
  const goOn = page.locator('a[data-continue]');
  await eventually(() => goOn.getAttribute('href')).toBe(`/${FIRST}`);
  expect(await goOn.textContent()).toMatch(/Continue\s+async and await: a function that can wait/);
});

describe('a chapter’s front page', () => {
  it('leads on to a lesson, or to a heading in one, that a link to it names', async () => {
    const { page } = await open({ path: 'coroutines/#pitfalls' });
    await page.waitForURL('**/coroutines/review/#pitfalls');
    await page.goto(new URL('/coroutines/#calling-runs-nothing', page.url()).href);
    await page.waitForURL(`**/${SECOND}/`);
    await page.goto(new URL('/coroutines/#%E0%A4%A', page.url()).href);
    await page.locator('#lessons').waitFor();
  });

  it('lists its lessons without a script, and starts with the first', async () => {
    const { page } = await open({ path: 'coroutines/', javaScriptEnabled: false });
    const lessons = page.locator('main ol > li.lesson');
    expect(await lessons.count()).toBeGreaterThan(5);
    expect(await lessons.first().textContent()).toMatch(/a function that can wait\s+\d+ min/);
    const start = page.locator('a[data-continue]');
    expect(await start.getAttribute('href')).toBe(`/${FIRST}`);
    expect(await start.textContent()).toContain('Start');
  });
});

it('the sidebar opens the chapter of the lesson, and no other', async () => {
  const { page } = await open({ path: FIRST });
  const groups = page.locator('nav.sidebar details[open]:has(a[data-unit])');
  expect(await groups.count()).toBe(1);
  expect(await groups.locator('a[aria-current="page"]').getAttribute('href')).toBe(`/${FIRST}`);
});

it('the lessons follow each other at the foot of the page', async () => {
  const { page } = await open({ path: FIRST });
  await page.locator('.pagination-links a[rel="next"]').click();
  await page.waitForURL(`**/${SECOND}/`);
  await page.locator('.pagination-links a[rel="prev"]').click();
  await page.waitForURL(`**/${FIRST}`);
});
