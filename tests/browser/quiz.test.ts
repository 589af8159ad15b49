/** The quiz of a chapter: a question of each kind, answered wrongly and rightly. */
import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import { eventually, useChapter } from './chapter-page.ts';

const open = useChapter();

async function openQuestion(name: string) {
  const { page } = await open({ path: 'coroutines/' });
  const question = page.locator(`[data-question="coroutines/${name}"]`);
  await wake(question);
  return { page, question };
}

/** With the arrow keys, from wherever it is. */
async function drawTo(page: Page, slider: Locator, seconds: number) {
  await slider.focus();
  const wanted = `${seconds.toFixed(1)} seconds`;
  const now = async () => Number.parseFloat((await slider.getAttribute('aria-valuetext')) ?? '');
  const key = (await now()) > seconds ? 'ArrowLeft' : 'ArrowRight';
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await slider.getAttribute('aria-valuetext')) === wanted) return;
    await page.keyboard.press(key);
  }
  throw new Error(`expected the slider to come to ${wanted}`);
}

/** The quiz comes alive when the reader is near. */
async function wake(question: Locator) {
  await question.scrollIntoViewIfNeeded();
  await question.locator('xpath=ancestor::astro-island[not(@ssr)]').waitFor();
}

const check = (question: Locator) => question.getByRole('button', { name: 'Check' }).click();
const retry = (question: Locator) => question.getByRole('button', { name: 'Try again' }).click();
const said = (question: Locator) => question.locator('.study-answer b').textContent();

it('one of several answers: right and wrong are told, with why and where to see it', async () => {
  const { page, question } = await openQuestion('call-and-await');
  const group = question.getByRole('group', { name: /when is the bakery asked/ });
  expect(await question.getByRole('button', { name: 'Check' }).isDisabled()).toBe(true);
  await group.getByRole('radio').nth(0).check();
  await check(question);
  expect(await said(question)).toBe('Not quite.');
  expect(await signs(question, '.study-option')).toEqual(['false', 'true', null]);
  expect(await question.getByRole('status').textContent()).toContain(
    'When the coroutine object is awaited',
  );
  await retry(question);
  await group.getByRole('radio').nth(1).check();
  await check(question);
  expect(await said(question)).toBe('Right.');
  await eventually(() => page.getByText('1 of 10 right.').count()).toBe(1);
  await retry(question);
  await group.getByRole('radio').nth(2).check();
  await check(question);
  await eventually(() => page.getByText('1 of 10 right.').count()).toBe(0);
  await question.getByRole('link', { name: 'See it run' }).click();
  const proof = page.locator('[data-snippet="coroutines/calling-runs-nothing"]');
  await eventually(() => inView(proof)).toBe(true);
});

it('several answers: all of them, and no other', async () => {
  const { question } = await openQuestion('who-gives-way');
  const boxes = question.getByRole('checkbox');
  await boxes.nth(1).check();
  await boxes.nth(4).check();
  await check(question);
  expect(await said(question)).toBe('Not quite.');
  expect(await signs(question, '.study-option')).toEqual([null, 'true', 'true', null, 'false']);
  await retry(question);
  await boxes.nth(4).uncheck();
  await boxes.nth(2).check();
  await check(question);
  expect(await said(question)).toBe('Right.');
});

it('an order by the keyboard: the focus stays on the button, and each move is told', async () => {
  const { page, question } = await openQuestion('without-waiting-order');
  await check(question);
  const wanted = await question.locator('.study-answer .study-order code').allTextContents();
  expect(wanted.length).toBeGreaterThan(2);
  await retry(question);
  const given = () => question.locator('.snippet-order code').allTextContents();
  for (const [to, line] of wanted.entries()) {
    for (let at = (await given()).indexOf(line); at > to; at -= 1) {
      await question.getByRole('button', { name: `Move “${line}” up` }).focus();
      await page.keyboard.press('Enter');
      await eventually(async () => (await given())[at - 1]).toBe(line);
      expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe(
        `Move “${line}” up`,
      );
      await eventually(() => question.getByText(`${line}: now line ${at} of`).count()).toBe(1);
    }
  }
  await check(question);
  expect(await said(question)).toBe('Right.');
});

it('an order by dragging', async () => {
  const { page, question } = await openQuestion('without-waiting-order');
  const lines = question.locator('.snippet-order li');
  const given = () => lines.locator('code').allTextContents();
  const before = await given();
  await lines.last().scrollIntoViewIfNeeded();
  const from = await lines.first().locator('.snippet-grip').boundingBox();
  const to = await lines.last().boundingBox();
  if (!from || !to) throw new Error('the lines are not on the screen');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 8, to.y + to.height - 4, { steps: 12 });
  await page.mouse.up();
  await eventually(given).toEqual([...before.slice(1), before[0]]);
});

it('a gap: Enter checks it, and another word for it is as good', async () => {
  const { page, question } = await openQuestion('await-time-sleep');
  const field = question.getByRole('textbox', { name: 'What is missing' });
  await field.fill('4');
  await page.keyboard.press('Enter');
  await eventually(() => said(question)).toBe('Not quite.');
  await retry(question);
  await field.fill(' Three ');
  await page.keyboard.press('Enter');
  await eventually(() => said(question)).toBe('Right.');
});

it('a trace: bars are drawn with the keyboard, and the truth is laid over them', async () => {
  const { page, question } = await openQuestion('three-uploads-trace');
  const sliders = question.getByRole('slider');
  expect(await sliders.count()).toBe(4);
  expect(await sliders.first().getAttribute('aria-valuetext')).toBe('not drawn yet');
  expect(await question.getByRole('button', { name: 'Check' }).isDisabled()).toBe(true);
  for (const slider of await sliders.all()) await drawTo(page, slider, 4.5);
  await check(question);
  expect(await said(question)).toBe('Not quite.');
  expect(await signs(question, '.drawing-mark')).toEqual(['true', 'true', 'false', 'false']);
  expect(await signs(question, '.drawing-differences li')).toEqual([
    'true',
    'true',
    'false',
    'false',
  ]);
  expect(await question.locator('.drawing-differences li').nth(2).textContent()).toContain(
    'You said upload("Beach", 1.75) ends at 4.5; it ended at 3.5, because its last wait',
  );
  await retry(question);
  await drawTo(page, question.getByRole('slider', { name: /Beach/ }), 3.5);
  await drawTo(page, question.getByRole('slider', { name: /Cats/ }), 3);
  await check(question);
  expect(await said(question)).toBe('Right.');
});

it('its signs are not put beside the answer to a prediction', async () => {
  const { snippet } = await open();
  const { root } = await snippet('coroutines/calling-runs-nothing');
  await root.getByRole('radio').nth(1).check();
  await root.getByRole('button', { name: 'Check' }).click();
  const answer = root.locator('.snippet-answer[data-right]');
  expect(await answer.evaluate((shown) => getComputedStyle(shown, '::after').content)).toBe('none');
});

it('what was right counts on the page of progress', async () => {
  const { page, question } = await openQuestion('await-time-sleep');
  await question.getByRole('textbox').fill('3');
  await check(question);
  await page.goto(new URL('../progress/', page.url()).href);
  const row = page.locator('[data-chapter="coroutines"]');
  await eventually(() => row.locator('[data-count="quiz"]').textContent()).toBe('1 of 10');
});

function signs(question: Locator, parts: string): Promise<(string | null)[]> {
  return question
    .locator(parts)
    .evaluateAll((found) => found.map((part) => part.getAttribute('data-right')));
}

function inView(place: Locator): Promise<boolean> {
  return place.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}
