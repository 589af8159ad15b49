/** Moments in the text: what lights when they are pointed at, where choosing leads, what is docked. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { type ChapterOptions, eventually, settled, useChapter } from './chapter-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const open = useChapter();

/** Green from 2 to 4 and again at 7; car C comes at 5. No question stands before its picture. */
const LIGHT = 'synchronization/traffic-light';

async function read(options: ChapterOptions = {}) {
  const chapter = await open({
    path: 'synchronization/event/',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const { root } = await chapter.snippet(LIGHT);
  const { page } = chapter;
  const moment = (text: string) => page.getByRole('link', { name: text, exact: true });
  return { page, root, moment, clock: root.locator('.rv-clock b'), top: root.locator('.rv-top') };
}

/** Scrolls until an element is so far from the top of the window. */
async function scrollTo(element: Locator, topPx: number) {
  await element.evaluate((target, top) => {
    scrollBy({ top: target.getBoundingClientRect().top - top, behavior: 'instant' });
  }, topPx);
  await settled(element.page());
}

/** Its picture and its code, seen whole. */
const atHome = (root: Locator) => scrollTo(root, 120);

async function lit(root: Locator) {
  return {
    row: await root.locator('.ls-timeline-labels li[data-lit]').allTextContents(),
    across: await root
      .locator('.rv-lit')
      .evaluateAll((lights) => lights.map((light) => (light as HTMLElement).style.left)),
    line: await root
      .locator('.snippet-mark[data-state="highlighted"]')
      .evaluateAll((marks) =>
        marks.map((mark) => 1 + Number((mark as HTMLElement).style.getPropertyValue('--line'))),
      ),
  };
}

describe('a moment in the text', () => {
  it('lights lane, instant and line where it is pointed at, or has the focus', async () => {
    const { root, moment } = await read({ viewport: { width: 1440, height: 1400 } });
    await atHome(root);
    expect(await lit(root)).toEqual({ row: [], across: [], line: [] });
    await moment('came at 5').hover();
    await eventually(() => lit(root)).toEqual({
      row: ['car("C", 5)'],
      across: ['71.43%'],
      line: [8],
    });
    await moment('the next green').focus();
    await moment('the next green').hover();
    await eventually(() => lit(root)).toEqual({ row: ['green'], across: ['100%'], line: [] });
    await moment('the next green').blur();
    await root.page().mouse.move(0, 0);
    await eventually(() => lit(root)).toEqual({ row: [], across: [], line: [] });
  });

  it('moves the playhead of the recording where it is chosen, again and again', async () => {
    const { root, moment, clock, page } = await read({ viewport: { width: 1440, height: 1400 } });
    await atHome(root);
    const before = await page.evaluate(() => scrollY);
    await moment('came at 5').press('Enter');
    await eventually(() => clock.textContent()).toBe('5.000 s');
    await root.locator('.rv-playhead').waitFor();
    await moment('came while the light was green').click();
    await eventually(() => clock.textContent()).toBe('3.000 s');
    await moment('the next green').hover();
    await root.locator('.rv-label[data-highlighted]').getByText('green').waitFor();
    expect(await root.locator('.rv-lit').count()).toBe(1);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'came while the light was green',
    );
  });

  it.each([390, 900])(
    'brings the picture into sight, %i pixels wide; Back leads back',
    async (width) => {
      const { root, moment, clock, page, top } = await read({
        viewport: { width, height: 844 },
        reducedMotion: 'reduce',
      });
      await scrollTo(moment('came at 5'), 150);
      const before = await page.evaluate(() => scrollY);
      await moment('came at 5').click();
      await eventually(() => clock.textContent()).toBe('5.000 s');
      await root.locator('.rv-playhead').waitFor();
      const box = await top.boundingBox();
      expect(box?.y).toBeGreaterThan(60);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(844);
      await page.goBack();
      await eventually(async () =>
        Math.abs((await page.evaluate(() => scrollY)) - before),
      ).toBeLessThan(60);
    },
  );

  it('does not give away what is to be predicted', async () => {
    const { page, snippet } = await open({ path: 'tasks/whole/' });
    const { root } = await snippet('tasks/when-it-starts');
    await page.getByRole('link', { name: 'kept it waiting' }).click();
    await root.locator('.snippet-question :focus').waitFor();
    expect(await root.locator('.rv-top').isVisible()).toBe(false);
  });

  it('is a link to its snippet without JavaScript', async () => {
    const { page } = await open({ path: 'synchronization/event/', javaScriptEnabled: false });
    const link = page.getByRole('link', { name: 'came at 5' });
    await link.click();
    expect(new URL(page.url()).hash).toBe('#snippet-synchronization-traffic-light');
    const box = await page.locator(`[data-snippet="${LIGHT}"]`).boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(300);
  });
});

describe('a picture out of sight of the text that speaks of it', () => {
  it.each([1440, 1100])(
    'is docked beside it, %i pixels wide, and covers no text',
    async (width) => {
      const { page, root, moment, clock, top } = await read({ viewport: { width, height: 900 } });
      const height = (await root.boundingBox())?.height;
      await scrollTo(moment('came at 5'), 320);
      await root.locator('.rv-top:popover-open').waitFor();
      expect(await inWindow(top)).toBe(true);
      expect(await covered(page)).toEqual([]);
      await moment('came at 5').click();
      await eventually(() => clock.textContent()).toBe('5.000 s');
      await root.locator('.rv-top:popover-open .rv-playhead').waitFor();
      expect(await covered(page)).toEqual([]);
      expect((await root.boundingBox())?.height).toBe(height);
    },
  );

  it('goes home when the reader does, or reads on', async () => {
    const { root, moment } = await read();
    const docked = root.locator('.rv-top:popover-open');
    await scrollTo(moment('came at 5'), 320);
    await docked.waitFor();
    await atHome(root);
    await docked.waitFor({ state: 'hidden' });
    expect(await root.locator('.rv').getAttribute('style')).toBeFalsy();
    await scrollTo(moment('came at 5'), 320);
    await docked.waitFor();
    await scrollTo(moment('came at 5'), -400);
    await eventually(() => docked.count()).toBe(0);
  });

  it('is left where it is as long as it can be seen, and where there is no room', async () => {
    const { page, root, moment } = await read();
    const docked = root.locator('.rv-top:popover-open');
    await scrollTo(moment('came at 5'), 320);
    await docked.waitFor();
    await page.setViewportSize({ width: 1000, height: 900 });
    await eventually(() => docked.count()).toBe(0);
    await page.setViewportSize({ width: 1440, height: 1400 });
    await atHome(root);
    await moment('came at 5').hover();
    await root.locator('.rv-lit').waitFor();
    expect(await docked.count()).toBe(0);
  });

  it('keeps its place in the order of the Tab key, and has no fault that axe finds', async () => {
    const { page, root, moment } = await read();
    await scrollTo(moment('came at 5'), 320);
    await root.locator('.rv-top:popover-open').waitFor();
    await page.evaluate(AXE);
    expect(await violations(page)).toEqual([]);
    await moment('came at 5').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('the next green');
  });
});

function inWindow(element: Locator): Promise<boolean> {
  return element.evaluate((target) => {
    const { top, bottom, right } = target.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && right <= innerWidth;
  });
}

/** Texts beneath the docked picture, but for its own snippet's. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const dock = document.querySelector('[data-docked]');
    const own = dock?.closest('figure');
    const box = dock?.getBoundingClientRect();
    const texts = document.querySelectorAll('main :is(p, li, h2, h3, pre, figcaption), header');
    return [...texts].flatMap((text) => {
      if (!box || own?.querySelector('.snippet-frame')?.contains(text)) return [];
      const range = document.createRange();
      range.selectNodeContents(text);
      const hit = [...range.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          right > box.left && left < box.right && bottom > box.top + 1 && top < box.bottom,
      );
      return hit ? [text.textContent ?? ''] : [];
    });
  });
}

function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await run('main');
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

describe('a link to a moment', () => {
  it('opens the playground on the run of a snippet, where its playhead stood', async () => {
    const { page, root, moment, clock } = await read({
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 1440, height: 1400 },
    });
    await atHome(root);
    await moment('came at 5').click();
    await eventually(() => clock.textContent()).toBe('5.000 s');
    await root.locator('.rv-playhead').waitFor();
    await root.getByRole('button', { name: 'Copy a link' }).click();
    await root.getByText('Copied.').waitFor({ state: 'attached' });
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    const step = await root.locator('.rv-clock span').textContent();

    const other = await open({ path: `playground/${link.hash}` });
    await other.page.getByText('Its run opens at the moment that was shared.').waitFor();
    const playhead = other.page.locator('.rv-clock');
    await eventually(() => playhead.locator('span').textContent()).toBe(step);
    expect(await playhead.locator('b').textContent()).toBe('5.000 s');
    expect(new URL(other.page.url()).hash).toBe('');
  });
});
