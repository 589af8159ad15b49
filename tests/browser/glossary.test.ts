/** Terms in the text, the checklist, and the page of all terms. */
import { describe, expect, it } from 'vitest';
import { eventually, useChapter } from './chapter-page.ts';

const open = useChapter();
const CHAPTER = 'coroutines/whole/';
const GLOSSARY = 'glossary/';

describe('a term in the text', () => {
  it('shows its definition while the pointer is on it or on the definition', async () => {
    const { page } = await open({ path: CHAPTER });
    const term = page.locator('.ls-term', { hasText: 'event loop' }).first();
    const note = page.locator('#term-event-loop');
    await term.hover();
    await note.hover();
    expect(await note.textContent()).toMatch(/^The part of asyncio that decides what runs next/);
    await page.mouse.move(5, 5);
    await note.waitFor({ state: 'hidden' });
  });

  it('shows it to the keyboard, and Escape puts it away without moving the focus', async () => {
    const { page } = await open({ path: CHAPTER });
    const term = page.locator('.ls-term').first();
    const note = page.locator('.ls-term-note').first();
    await page.keyboard.press('Tab');
    await term.focus();
    expect(await note.isVisible()).toBe(true);
    expect(await term.getAttribute('aria-describedby')).toBe(await note.getAttribute('id'));
    await page.keyboard.press('Escape');
    expect(await note.isVisible()).toBe(false);
    expect(await term.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('shows it at the first tap and leads to the glossary at the second', async () => {
    const { page } = await open({ path: CHAPTER, hasTouch: true, isMobile: true });
    const term = page.locator('.ls-term', { hasText: 'event loop' }).first();
    await term.tap();
    expect(await page.locator('#term-event-loop').isVisible()).toBe(true);
    await term.tap();
    await page.waitForURL(/glossary\/#event-loop$/);
  });

  it('is a link where there is no JavaScript', async () => {
    const { page } = await open({ path: CHAPTER, javaScriptEnabled: false });
    expect(await page.locator('.ls-term').first().getAttribute('href')).toMatch(
      /\/glossary\/#coroutine-function$/,
    );
    expect(await page.locator('.ls-term-note').first().isVisible()).toBe(false);
  });
});

describe('a checklist', () => {
  it('keeps its ticks', async () => {
    const { page } = await open({ path: CHAPTER });
    const list = page.locator('[data-checklist=coroutines]');
    const all = await list.locator('li').count();
    await list.getByRole('checkbox').nth(1).check();
    await page.reload();
    expect(await list.getByRole('checkbox', { checked: true }).count()).toBe(1);
    expect(await list.getByRole('checkbox').nth(1).isChecked()).toBe(true);
    expect(await list.getByRole('status').textContent()).toBe(`1 of ${all}`);
  });

  it('is a plain list where there is no JavaScript', async () => {
    const { page } = await open({ path: CHAPTER, javaScriptEnabled: false });
    const list = page.locator('[data-checklist=coroutines]');
    expect(await list.locator('li').count()).toBeGreaterThan(3);
    expect(await list.locator('input').count()).toBe(0);
  });
});

it('shows one of the two drawings of a concept map, as wide as there is room', async () => {
  const { page } = await open({ path: CHAPTER });
  const map = page.locator('.concept-map');
  expect(await map.locator('svg.wide').isVisible()).toBe(true);
  expect(await map.locator('svg.narrow').isVisible()).toBe(false);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await map.locator('svg.wide').isVisible()).toBe(false);
  expect(await map.locator('svg.narrow').isVisible()).toBe(true);
});

describe('the glossary', () => {
  it('narrows down as one types, and says how far', async () => {
    const { page } = await open({ path: GLOSSARY });
    const shown = page.locator('[data-entry]:not([hidden])');
    const all = await shown.count();
    await page.getByLabel('Filter', { exact: true }).fill('semaphore');
    expect(await shown.locator('h3').allInnerTexts()).toEqual(
      expect.arrayContaining(['bounded semaphore', 'semaphore']),
    );
    const found = await shown.count();
    expect(found).toBeLessThan(all / 4);
    expect(await page.locator('.found').textContent()).toBe(`${found} of ${all} terms`);
  });

  it('says so when nothing fits', async () => {
    const { page } = await open({ path: GLOSSARY });
    await page.getByLabel('Filter', { exact: true }).fill('xyzzy');
    expect(await page.locator('[data-entry]:not([hidden])').count()).toBe(0);
    expect(await page.locator('.found').textContent()).toMatch(/^No term fits/);
  });

  it('shows one letter, or one chapter, or all again', async () => {
    const { page } = await open({ path: GLOSSARY });
    const names = async () => {
      const texts = await page.locator('[data-entry]:not([hidden]) h3').allTextContents();
      return texts.map((text) => text.trim());
    };
    const all = (await names()).length;
    const letters = page.getByRole('navigation', { name: 'Letters' });
    await letters.getByRole('link', { name: 'Q', exact: true }).click();
    expect(await names()).toEqual(['queue']);
    await letters.getByRole('link', { name: 'all' }).click();
    await page.getByLabel('Chapter').selectOption('coroutines');
    expect(await names()).toContain('coroutine object');
    expect(await names()).not.toContain('queue');
    await page.getByLabel('Chapter').selectOption('');
    expect(await names()).toHaveLength(all);
  });

  it('marks the term that a link leads to, also when it was filtered away', async () => {
    const { page } = await open({ path: `${GLOSSARY}#event-loop` });
    expect(await page.locator(':target').textContent()).toMatch(/^\s*event loop\s*$/);
    await page.getByLabel('Filter', { exact: true }).fill('semaphore');
    await page.evaluate(() => {
      location.hash = '#gather';
    });
    await page.locator('#gather').waitFor();
    expect(await page.locator(':target').textContent()).toMatch(/^\s*gather\s*$/);
    expect(await page.getByLabel('Filter', { exact: true }).inputValue()).toBe('');
  });

  it('lets links land on their terms, however many there are above', async () => {
    const { page } = await open({ path: `${GLOSSARY}#semaphore` });
    const top = (id: string) =>
      page.locator(`#${id}`).evaluate((heading) => heading.getBoundingClientRect().top);
    await eventually(() => top('semaphore')).toBeGreaterThan(60);
    expect(await top('semaphore')).toBeLessThan(200);
    await page.goto(page.url().replace(/#.*/, ''));
    await page.evaluate(() => {
      location.hash = '#timeout';
    });
    await eventually(() => top('timeout')).toBeLessThan(200);
    expect(await top('timeout')).toBeGreaterThan(60);
  });

  it('is whole where there is no JavaScript, and its letters lead to their sections', async () => {
    const { page } = await open({ path: GLOSSARY, javaScriptEnabled: false });
    expect(await page.locator('[data-entry]').filter({ visible: true }).count()).toBeGreaterThan(
      90,
    );
    expect(await page.getByLabel('Filter', { exact: true }).isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Q', exact: true }).first().click();
    expect(page.url()).toMatch(/#letter-q$/);
  });

  it('leads to where a term is taught and to a program that shows it', async () => {
    const { page } = await open({ path: GLOSSARY });
    const entry = page.locator('[data-entry]:has(#awaitable)');
    await entry
      .getByRole('link', { name: 'Coroutines: What can be awaited: coroutines, tasks, futures' })
      .click();
    await page.waitForURL(/coroutines\/awaitables\/$/);
    expect(await page.locator('h1').textContent()).toContain('What can be awaited');
  });
});
