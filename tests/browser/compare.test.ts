/** Two runs on one clock, as the home page and the chapters have them. */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { eventually, useChapter } from './chapter-page.ts';

const open = useChapter();

function comparison(page: Page) {
  const root = page.locator('ls-race').first();
  const run = root.locator('.run');
  return {
    root,
    button: root.locator('[data-race-button]'),
    veils: root.locator('.veil:visible'),
    clocks: async () => {
      const texts = await run.locator('[data-clock]').allTextContents();
      return texts.map((text) => Number.parseFloat(text));
    },
    ends: () => run.evaluateAll((runs) => runs.map((one) => Number(one.dataset['endedNs']) / 1e9)),
  };
}

describe('a comparison', () => {
  it('stands complete where motion is unwelcome, and plays both on one clock when asked', async () => {
    const { page } = await open({ path: '', reducedMotion: 'reduce' });
    const { button, clocks, ends, veils } = comparison(page);
    const [slow = 0, quick = 0] = await ends();
    expect(slow).toBeGreaterThan(quick);
    expect(await clocks()).toEqual([slow, quick]);
    expect(await veils.count()).toBe(0);
    await page.clock.install();
    await button.click();
    expect(await button.textContent()).toBe('Pause');
    await page.clock.runFor(1_000);
    await eventually(veils.count.bind(veils)).toBe(2);
    const [first, second] = await clocks();
    expect(first).toBe(second);
    expect(first).toBeGreaterThan(0);
    await page.clock.runFor(2_500);
    // The quicker has its end, the slower is still on its way.
    const later = await clocks();
    expect(later[1]).toBe(quick);
    expect(later[0]).toBeLessThan(slow);
    expect(await veils.count()).toBe(1);
  });

  it('can be paused, and plays on from where it was', async () => {
    const { page } = await open({ path: '', reducedMotion: 'reduce' });
    const { button, clocks, ends } = comparison(page);
    await page.clock.install();
    await button.click();
    await page.clock.runFor(1_000);
    await button.click();
    expect(await button.textContent()).toBe('Play');
    const paused = await clocks();
    await page.clock.runFor(2_000);
    expect(await clocks()).toEqual(paused);
    await button.click();
    await page.clock.runFor(1_000);
    expect((await clocks())[0]).toBeGreaterThan(paused[0] ?? 0);
    await page.clock.runFor(10_000);
    expect(await button.textContent()).toBe('Play again');
    expect(await clocks()).toEqual(await ends());
  });

  it('is complete without a script, and offers no button then', async () => {
    const { page } = await open({ path: '', javaScriptEnabled: false });
    const { button, veils, clocks, root } = comparison(page);
    expect(await button.isVisible()).toBe(false);
    expect(await veils.count()).toBe(0);
    expect((await clocks()).every((seconds) => seconds > 0)).toBe(true);
    expect(await root.locator('.ls-timeline').count()).toBe(2);
  });

  it('has the signs of a failure and of a cancellation in its key', async () => {
    const { page } = await open({ path: 'tasks/whole/', javaScriptEnabled: false });
    const keys = await page.locator('ls-race .ls-timeline-key').allTextContents();
    expect(keys.some((key) => /failed/.test(key) && /cancelled/.test(key))).toBe(true);
  });
});
