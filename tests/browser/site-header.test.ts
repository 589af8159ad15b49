/** What every page has at its top. */
import { expect, it } from 'vitest';
import { eventually, useChapter } from './chapter-page.ts';

const open = useChapter();

it.each(['', 'playground/', '404.html'])(
  'a telephone has the theme switch at hand on “%s”, which has no menu',
  async (path) => {
    const { page } = await open({
      path,
      complains: true,
      colorScheme: 'light',
      viewport: { width: 320, height: 640 },
    });
    const theme = page.getByRole('combobox', { name: 'Select theme' }).locator('visible=true');
    expect(await theme.count()).toBe(1);
    await theme.selectOption('dark');
    await eventually(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    const overlaps = await page.evaluate(() => {
      const header = document.querySelector('header .header') as Element;
      const boxes = [...header.querySelectorAll('.site-title, .site-links, .open, select')]
        .map((element) => element.getBoundingClientRect())
        .sort((a, b) => a.left - b.left);
      return boxes.some((box, at) => at > 0 && box.left < (boxes[at - 1]?.right ?? 0) - 1);
    });
    expect(overlaps).toBe(false);
  },
);
