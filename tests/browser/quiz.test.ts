/** The quiz of a chapter: a question of each kind, answered wrongly and rightly. */
import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import { eventually, useChapter } from './chapter-page.ts';

const open = useChapter();

/** @param id `chapter/question`, of a chapter's practice */
async function openQuestion(id: string) {
  const [chapter] = id.split('/');
  const { page } = await open({ path: `${chapter}/practice/` });
  const question = page.locator(`[data-question="${id}"]`);
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

const check = (question: Locator) => question.getByRole('button', { name: /^Check/ }).click();
const anew = (question: Locator) =>
  question.getByRole('button', { name: 'Answer it anew' }).click();
const said = (question: Locator) => question.locator('.study-answer b').textContent();

it('one of several answers: a nudge, a second try, and then why', async () => {
  const { page, question } = await openQuestion('coroutines/who-gives-way');
  const group = question.getByRole('group', { name: /as soon as the event loop gets control/ });
  expect(await question.getByRole('button', { name: 'Check' }).isDisabled()).toBe(true);
  await group.getByRole('radio').nth(0).check();
  await check(question);
  expect(await said(question)).toBe('Not yet.');
  expect(await question.getByRole('status').textContent()).toContain("that isn't ready yet");
  // Nothing is given away.
  expect(await signs(question, '.study-option')).toEqual([null, null, null, null]);
  expect(await question.getByRole('button', { name: 'Check again' }).isDisabled()).toBe(true);
  await group.getByRole('radio').nth(1).check();
  await check(question);
  expect(await said(question)).toBe('Not quite.');
  expect(await signs(question, '.study-option')).toEqual([null, 'false', null, 'true']);
  expect(await question.getByRole('status').textContent()).toContain(
    'It is: At await asyncio.sleep(0)',
  );
  const score = (right: number) => page.getByText(new RegExp(`^${right} of \\d+ right\\.$`));
  await eventually(() => score(0).count()).toBe(1);
  await anew(question);
  await group.getByRole('radio').nth(3).check();
  await check(question);
  expect(await said(question)).toBe('Right.');
  await eventually(() => score(1).count()).toBe(1);
});

it('after the reason comes the next question', async () => {
  const { page, question } = await openQuestion('coroutines/who-gives-way');
  await question.getByRole('radio').nth(3).check();
  await check(question);
  await question.getByRole('button', { name: 'Next' }).click();
  const following = page.locator('[data-question="coroutines/after-the-jam"]');
  await eventually(() => inView(following)).toBe(true);
  expect(await following.evaluate((form) => form.contains(document.activeElement))).toBe(true);
  const last = page.locator('.study-question').last();
  expect(await last.getByRole('button', { name: 'Next' }).count()).toBe(0);
});

it('the program of a question opens in the playground', async () => {
  const { page, question } = await openQuestion('coroutines/who-gives-way');
  await question.getByRole('radio').nth(3).check();
  await check(question);
  await question.getByRole('button', { name: 'See it run' }).click();
  await page.waitForURL('**/playground/**');
  await page.getByText('the loop has a turn').first().waitFor();
});

it('several answers: all of them, and no other', async () => {
  const { question } = await openQuestion('coroutines/awaited-again');
  const boxes = question.getByRole('checkbox');
  await boxes.nth(0).check();
  await check(question);
  expect(await said(question)).toBe('Not yet.');
  await boxes.nth(1).check();
  await check(question);
  expect(await said(question)).toBe('Not quite.');
  expect(await signs(question, '.study-option')).toEqual(['false', 'true', 'true']);
  await anew(question);
  await boxes.nth(1).check();
  await boxes.nth(2).check();
  await check(question);
  expect(await said(question)).toBe('Right.');
});

it('an order by the keyboard: the focus stays on the button, and each move is told', async () => {
  const { page, question } = await openQuestion('tasks/limit-order');
  const wanted = ['writing', 'the ink is dry', 'the post has left', 'tomorrow, then'];
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
  const { page, question } = await openQuestion('tasks/limit-order');
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
  const { page, question } = await openQuestion('tasks/clause-for-a-group');
  const field = question.getByRole('textbox', { name: 'What is missing' });
  await field.fill('except');
  await page.keyboard.press('Enter');
  await eventually(() => said(question)).toBe('Not yet.');
  await field.fill(' Except * ');
  await page.keyboard.press('Enter');
  await eventually(() => said(question)).toBe('Right.');
});

it('a trace: bars are drawn with the keyboard, and the truth is laid over them', async () => {
  const { page, question } = await openQuestion('coroutines/film-night-trace');
  const sliders = question.getByRole('slider');
  expect(await sliders.count()).toBe(4);
  expect(await sliders.first().getAttribute('aria-valuetext')).toBe('not drawn yet');
  expect(await question.getByRole('button', { name: 'Check' }).isDisabled()).toBe(true);
  for (const slider of await sliders.all()) await drawTo(page, slider, 3);
  await check(question);
  expect(await said(question)).toBe('Not yet.');
  expect(await question.locator('.drawing-differences').count()).toBe(0);
  await drawTo(page, question.getByRole('slider', { name: /projector/ }), 4.5);
  await check(question);
  expect(await said(question)).toBe('Not quite.');
  const truth = ['false', 'true', 'true', 'false'];
  expect(await signs(question, '.drawing-mark')).toEqual(truth);
  expect(await signs(question, '.drawing-differences li')).toEqual(truth);
  expect(await question.locator('.drawing-differences li').last().textContent()).toContain(
    'You said get("lemonade", 1) ends at 3.0; it ended at 1.0, because its last wait',
  );
  await anew(question);
  for (const [name, seconds] of [
    [/snacks/, 3.5],
    [/projector/, 4.5],
    [/popcorn/, 3],
    [/lemonade/, 1],
  ] as const) {
    await drawTo(page, question.getByRole('slider', { name }), seconds);
  }
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
  const { page, question } = await openQuestion('coroutines/who-gives-way');
  await question.getByRole('radio').nth(3).check();
  await check(question);
  await page.goto(new URL('/progress/', page.url()).href);
  const row = page.locator('[data-chapter="coroutines"]');
  await eventually(() => row.locator('[data-count="quiz"]').textContent()).toMatch(/^1 of /);
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
