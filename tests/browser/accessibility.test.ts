/** The pages of the built site, in both themes, against axe's rules; and how they fit small screens. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { useChapter } from './chapter-page.ts';
import { pagesToTry, withFewRecipes } from './pages-to-try.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const open = useChapter();

it.each(withFewRecipes(pagesToTry()))(
  '/%s has no fault that axe finds, and fits 640 and 320 pixels',
  async (path) => {
    const { page } = await open({ path, colorScheme: 'light' });
    // Listings and tables that scroll learn a moment after they are laid out that they do.
    await page.waitForFunction(() =>
      Array.from(document.querySelectorAll('main :is(pre, table, .ls-timeline)')).every(
        (box) =>
          (box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight) ||
          box.closest('[tabindex], [hidden], details:not([open])') !== null,
      ),
    );
    // Not by a script tag: the page's own policy would refuse it.
    await page.evaluate(AXE);
    expect(await violations(page), 'in the light theme').toEqual([]);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    expect(await violations(page, OF_COLOUR), 'in the dark theme').toEqual([]);
    // 1280 pixels at a zoom of 200 % (WCAG 1.4.4), and at 400 %, its narrowest (1.4.10).
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: 640 });
      expect(await tooWide(page), `wider than ${width} pixels`).toEqual([]);
    }
  },
);

function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return Array.from(document.querySelectorAll('body *'))
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class')}`);
  });
}

/** What a theme can change. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** One line for each element that breaks a rule; of all rules, or of those that are named. */
function violations(page: Page, rules?: string[]): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const results: axe.AxeResults = await axe.run(document, {
      resultTypes: ['violations'],
      ...(runOnly && { runOnly }),
    });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, rules);
}
