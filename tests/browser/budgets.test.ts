/** What a page may weigh before anyone touches it, and how little it may move. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright';
import { expect, it } from 'vitest';
import { unitFiles } from '../../src/course/units/unit-files.ts';
import { settled, useChapter } from './chapter-page.ts';

const open = useChapter();

const KB = 1024;
const DIST = process.env['SITE_DIST'] ?? 'dist';

interface Weight {
  readonly script: number;
  /** Without fonts. */
  readonly all: number;
}

/** Compressed by gzip, as the plainest host sends it. */
async function weightOf(path: string): Promise<Weight> {
  const sizes: Promise<readonly [type: string, bytes: number]>[] = [];
  const { page } = await open({
    path,
    prepare: async (context) => {
      context.on('response', (response) => {
        const type = response.request().resourceType();
        sizes.push(
          response.body().then(
            (body) => [type, gzipSync(body).length] as const,
            () => [type, 0] as const,
          ),
        );
      });
    },
  });
  await page.waitForLoadState('networkidle');
  const inline = await page.locator('script:not([src]):not([type$="json"])').allTextContents();
  const loaded = await Promise.all(sizes);
  const sum = (test: (type: string) => boolean) =>
    loaded.reduce((total, [type, bytes]) => total + (test(type) ? bytes : 0), 0);
  return {
    script: sum((type) => type === 'script') + gzipSync(inline.join('\n')).length,
    all: sum((type) => type !== 'font'),
  };
}

it.each(['', 'coroutines/'])('/%s keeps to its budget', async (path) => {
  const { script, all } = await weightOf(path);
  expect(script).toBeGreaterThan(2 * KB);
  expect(script / KB).toBeLessThanOrEqual(30);
  expect(all / KB).toBeLessThanOrEqual(150);
});

/** Of each chapter the lesson with most in it. */
const HEAVIEST = [
  ...unitFiles(new URL('../../content/chapters/', import.meta.url))
    .filter(({ kind }) => kind === 'lesson')
    .map(({ chapter, slug }) => ({
      chapter,
      path: `${slug}/`,
      bytes: statSync(join(DIST, slug, 'index.html')).size,
    }))
    .sort((a, b) => a.bytes - b.bytes)
    .reduce((heaviest, unit) => heaviest.set(unit.chapter, unit.path), new Map<string, string>())
    .values(),
];

it.each(HEAVIEST)('the lesson /%s is light', async (path) => {
  const { script, all } = await weightOf(path);
  expect(script / KB).toBeLessThanOrEqual(30);
  expect(all / KB).toBeLessThanOrEqual(80);
});

it('nothing moves while a chapter loads, nor when Monaco takes the place of a listing', async () => {
  const { page, snippet } = await open({ prepare: watchShifts });
  const names = await page
    .locator('[data-snippet]')
    .evaluateAll((roots) => roots.map((root) => root.getAttribute('data-snippet') ?? ''));
  for (const name of new Set(names)) await snippet(name);
  await (await snippet('coroutines/first-await')).edit();
  await page.locator('.view-lines').first().waitFor();
  expect(await cumulativeLayoutShift(page)).toBeLessThan(0.01);
});

const SCREENS = [
  { width: 1350, height: 940 },
  { width: 412, height: 823 },
];

it.each(
  ['glossary/', 'flashcards/', 'progress/'].flatMap((path) =>
    SCREENS.map((viewport) => ({ path, viewport, width: viewport.width })),
  ),
)('hardly anything moves while /$path comes alive, $width pixels wide', async (options) => {
  const { page } = await open({ ...options, prepare: watchShifts });
  await page.waitForLoadState('networkidle');
  await page.locator('[data-ready], [data-glossary-filter]').waitFor();
  await settled(page);
  expect(await cumulativeLayoutShift(page)).toBeLessThan(0.02);
});

async function watchShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.assign(window, { shifts: [] });
    new PerformanceObserver((list) => {
      const shifts = (window as unknown as { shifts: number[] }).shifts;
      for (const entry of list.getEntries()) {
        shifts.push((entry as PerformanceEntry & { value: number }).value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Also what the observer leaves out because it came within half a second of an input. */
function cumulativeLayoutShift(page: Page): Promise<number> {
  return page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
  );
}
