/** The search over chapters, glossary, recipes and cards, by the keyboard alone. */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { eventually, useChapter } from './chapter-page.ts';

const open = useChapter();

async function search(page: Page, words: string) {
  await page.locator('ls-search button.open:enabled').waitFor();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('searchbox', { name: 'Search the course' });
  await eventually(() => field.evaluate((it) => it === document.activeElement)).toBe(true);
  await page.keyboard.type(words);
}

/** The addresses that the list has, in order. */
function found(page: Page): Promise<string[]> {
  return page
    .locator('dialog[open] ol a')
    .evaluateAll((links) =>
      links.map((link) => (link as HTMLAnchorElement).pathname + (link as HTMLAnchorElement).hash),
    );
}

it.each([
  ['a lesson', 'calling runs nothing', /\/coroutines\/calling-runs-nothing\//],
  ['a term', 'bounded semaphore', /\/glossary\/#bounded-semaphore$/],
  ['a recipe', 'collect errors', /\/recipes\/[a-z-]+\//],
  [
    'a card',
    'how often does a program call asyncio.run',
    /\/flashcards\/#card-coroutines-how-often-run$/,
  ],
])('finds %s', async (_, words, address) => {
  const { page } = await open({ path: 'progress/' });
  await search(page, words);
  await eventually(() => found(page)).toEqual(
    expect.arrayContaining([expect.stringMatching(address)]),
  );
});

it('leads to the card, in its deck, opened', async () => {
  const { page } = await open({ path: 'glossary/' });
  await search(page, 'how often does a program call asyncio.run');
  const place = async () =>
    (await found(page)).findIndex((address) => address.endsWith('#card-coroutines-how-often-run'));
  await eventually(place).toBeGreaterThanOrEqual(0);
  const at = await place();
  for (let down = 0; down <= at; down += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#card-coroutines-how-often-run$/);
  await page.locator('[data-ready]').waitFor();
  const card = page.locator('#card-coroutines-how-often-run');
  await eventually(() =>
    card.evaluate((heading) => {
      const { top, bottom } = heading.getBoundingClientRect();
      return heading.checkVisibility() && top >= 0 && bottom <= innerHeight;
    }),
  ).toBe(true);
});

it('is put away by Escape', async () => {
  const { page } = await open({ path: 'progress/' });
  await search(page, 'task');
  await page.keyboard.press('Escape');
  expect(await page.locator('dialog[open]').count()).toBe(0);
});

it('opens with a slash, and with Ctrl+K in an editor as well, but not while somebody types', async () => {
  const { page, snippet } = await open();
  const { edit, text, code } = await snippet('coroutines/first-await');
  const dialog = page.locator('ls-search dialog');
  await page.keyboard.press('/');
  await eventually(() => dialog.evaluate((it) => (it as HTMLDialogElement).open)).toBe(true);
  await page.keyboard.press('Escape');
  await edit();
  await page.keyboard.type('/');
  await eventually(text).toContain('/');
  expect(await dialog.evaluate((it) => (it as HTMLDialogElement).open)).toBe(false);
  await page.keyboard.press('Control+k');
  await eventually(() => dialog.evaluate((it) => (it as HTMLDialogElement).open)).toBe(true);
  await page.keyboard.press('Escape');
  await eventually(() => code.evaluate((it) => it.contains(document.activeElement))).toBe(true);
});
