/** Every page of the built site, in both themes, against axe's rules; and how pages fit small screens. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useChapter } from './chapter-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DIST = process.env['SITE_DIST'] ?? 'dist';

const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .map((path) => path.replaceAll('\\', '/').replace(/index\.html$/, ''))
  .sort();

const open = useChapter();

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each(pages)('axe finds nothing on /%s', async (path) => {
    const { page } = await open({ path, colorScheme });
    // Not by a script tag: the page's own policy would refuse it.
    await page.evaluate(AXE);
    expect(await violations(page)).toEqual([]);
  });
});

/** 320 px is WCAG's narrowest (1.4.10), and 1280 px at a zoom of 400 %. */
it.each(pages)('/%s needs no sideways scrolling at 320 pixels', async (path) => {
  const { page } = await open({ path, viewport: { width: 320, height: 640 } });
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return Array.from(document.querySelectorAll('body *'))
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });
  expect(wide).toEqual([]);
});

/** One line for each element that breaks a rule. */
function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const results: axe.AxeResults = await axe.run(document, { resultTypes: ['violations'] });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  });
}
