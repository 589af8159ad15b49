/** The table of contents, in a bar above the text. */
import { expect, it } from 'vitest';
import { eventually, settled, useChapter } from './chapter-page.ts';

const open = useChapter();

const PATH = 'coroutines/review/';
const SECTION = 'To remember';

it('marks the section that is being read, and says which it is', async () => {
  const { page } = await open({ path: PATH });
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const current = () => contents.locator('[aria-current="true"]').allTextContents();
  await eventually(current).toEqual(['Overview']);
  await contents.locator('summary').click();
  await contents.getByRole('link', { name: SECTION }).click();
  await eventually(current).toEqual([SECTION]);
  expect(await contents.locator('summary').textContent()).toContain(SECTION);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await eventually(current).toEqual(['In Python’s own documentation']);
  await page.evaluate(() => scrollTo(0, 0));
  await eventually(current).toEqual(['Overview']);
});

it('passes over sections that are hidden', async () => {
  const { page } = await open({ path: 'glossary/' });
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await page.getByRole('searchbox', { name: 'Filter' }).fill('timeout');
  await eventually(() => page.locator('[data-letter-group][hidden]').count()).toBeGreaterThan(3);
  await settled(page);
  expect(await contents.locator('[aria-current="true"]').allTextContents()).toEqual(['Overview']);
});

it('opens from a bar on a telephone, says where the reader is, and gets out of the way', async () => {
  const { page } = await open({ path: PATH, viewport: { width: 390, height: 800 } });
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const bar = contents.locator('summary');
  const link = contents.getByRole('link', { name: SECTION });
  await bar.click();
  await link.click();
  await link.waitFor({ state: 'hidden' });
  await eventually(() => bar.textContent()).toContain(SECTION);
  await bar.click();
  await link.focus();
  await page.keyboard.press('Escape');
  await link.waitFor({ state: 'hidden' });
  expect(await bar.evaluate((element) => element === document.activeElement)).toBe(true);
  await bar.click();
  await page.mouse.click(200, 780);
  await link.waitFor({ state: 'hidden' });
});
