import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { eventually, useChapter, wake } from './chapter-page.ts';

const openChapter = useChapter();

/** Asks when the body of a coroutine runs; the second of three answers is right. */
const CHOICE = 'coroutines/calling-runs-nothing';

describe('a question with options', () => {
  it('hides the output until it is answered, then tells right from wrong and shows it', async () => {
    const { snippet } = await openChapter();
    const { root, button, shownLines } = await snippet(CHOICE);
    expect(await shownLines()).toBe(0);
    await root.getByRole('radio').nth(1).check();
    await button('Check').click();
    await root.getByText('Right:').waitFor();
    expect(await shownLines()).toBeGreaterThan(1);
  });

  it('says what is right to whoever was wrong, and why', async () => {
    const { snippet } = await openChapter();
    const { root, button } = await snippet(CHOICE);
    await root.getByRole('radio').nth(0).check();
    await button('Check').click();
    await root.getByText('Not quite:').waitFor();
    expect(await root.locator('.snippet-answer').textContent()).toContain('its body begins when');
  });

  it('shows the output to whoever asks for it', async () => {
    const { snippet } = await openChapter();
    const { root, shownLines } = await snippet(CHOICE);
    await root.getByText('Show me the output').click();
    await eventually(shownLines).toBeGreaterThan(1);
    expect(await root.getByRole('radio').count()).toBe(0);
  });

  it('is asked once a visit', async () => {
    const { page, snippet } = await openChapter();
    const { root, button } = await snippet(CHOICE);
    await root.getByRole('radio').nth(1).check();
    await button('Check').click();
    await root.getByText('Right:').waitFor();
    await page.reload();
    await root.getByText('Right:').waitFor();
  });

  it('is what Run points to before it is answered', async () => {
    const { page, snippet } = await openChapter();
    const { root, button, shownLines } = await snippet(CHOICE);
    await button('Run').click();
    await root.getByText('Predict first, or ask to be shown the output.').waitFor();
    expect(await shownLines()).toBe(0);
    await page.keyboard.press('Space');
    expect(await root.getByRole('radio').first().isChecked()).toBe(true);
  });
});

describe('lines to be put into order', () => {
  it('can be moved with the keyboard, and are checked against the recording', async () => {
    const { page } = await openChapter();
    const root = await ordering(page);
    const wanted = await printedLines(root);
    const given = () => root.locator('.snippet-order code').allTextContents();
    expect(await given()).not.toEqual(wanted);
    for (const [to, line] of wanted.entries()) {
      for (let at = (await given()).indexOf(line, to); at > to; at--) {
        const up = root.locator('.snippet-order li').nth(at).locator('[data-move="up"]');
        await up.focus();
        await page.keyboard.press('Enter');
        await eventually(async () => (await given())[at - 1]).toBe(line);
        expect(await page.evaluate(() => document.activeElement?.getAttribute('data-move'))).toBe(
          'up',
        );
      }
    }
    await root.getByRole('button', { name: 'Check' }).click();
    await root.getByText('that is the order').waitFor();
  });

  it('can be dragged', async () => {
    const { page } = await openChapter();
    const root = await ordering(page);
    const given = () => root.locator('.snippet-order code').allTextContents();
    const before = await given();
    await root.locator('.snippet-order').scrollIntoViewIfNeeded();
    const grip = await root.locator('.snippet-grip').first().boundingBox();
    const last = await root.locator('.snippet-order li').last().boundingBox();
    if (!grip || !last) throw new Error('expected lines to order');
    await page.mouse.move(grip.x + 8, grip.y + 8);
    await page.mouse.down();
    await page.mouse.move(grip.x + 8, last.y + last.height / 2, { steps: 8 });
    await page.mouse.up();
    await eventually(given).toEqual([...before.slice(1), before[0]]);
  });

  it('show which of them stand elsewhere when the order is wrong', async () => {
    const { page } = await openChapter();
    const root = await ordering(page);
    await root.getByRole('button', { name: 'Check' }).click();
    await root.getByText('Not quite:').waitFor();
    expect(await root.locator('.snippet-order[data-checked] li').count()).toBeGreaterThan(1);
    expect(await root.locator('.snippet-lines').isVisible()).toBe(true);
  });
});

/** The first snippet that asks for an order, by its name: once it is answered, it asks no more. */
async function ordering(page: Page): Promise<Locator> {
  const asking = page.locator('.snippet', { has: page.locator('.snippet-order') });
  if ((await asking.count()) === 0) {
    throw new Error('expected a snippet with predict="order" in the chapter, found none');
  }
  const name = await asking.first().getAttribute('data-snippet');
  const root = page.locator(`[data-snippet="${name}"]`);
  await wake(root);
  return root;
}

/** They are in the page, folded away. */
function printedLines(root: Locator): Promise<string[]> {
  return root
    .locator('.snippet-lines li:not([data-kind="ending"]) .snippet-text')
    .allTextContents();
}
