/** The site after one visit, with its server gone. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { afterEach, expect, it } from 'vitest';
import { findChromium } from './find-chromium.ts';
import { BASE, DIST, visitOnce } from './visit-once.ts';

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

/** In a profile of its own. */
async function visit(path: string) {
  const profile = mkdtempSync(join(tmpdir(), 'offline-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  ended.push(
    () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }),
    () => context.close(),
  );
  return visitOnce(context, path);
}

const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('index.html'))
  .map((path) => path.replaceAll('\\', '/').replace(/index\.html$/, ''));

it('every page can be read, and each of its links leads to a page', async () => {
  const { page, url, said } = await visit('');
  const broken: string[] = [];
  for (const path of pages) {
    const response = await page.goto(`${url}${path}`);
    if (!response?.ok()) broken.push(path);
    const links = await page.locator('a[href]').evaluateAll((anchors) =>
      anchors.map(
        // Of a link in a drawing, `href` is no string.
        (anchor) => new URL(anchor.getAttribute('href') ?? '', document.baseURI).href,
      ),
    );
    for (const link of links.filter((href) => href.startsWith(url))) {
      const target = decodeURI(new URL(link).pathname.slice(BASE.length)).replace(/^\//, '');
      if (!/\.[a-z]+$/.test(target) && !pages.includes(target)) broken.push(`${path} -> ${target}`);
    }
  }
  expect(pages.length).toBeGreaterThan(3);
  expect(broken).toEqual([]);
  expect(said).toEqual([]);
});

it('an edited program runs, and the search finds', async () => {
  const { page, url, said } = await visit('coroutines/');
  await page.goto(`${url}playground/`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('tea is ready').first().waitFor();
  await page.goto(`${url}coroutines/`);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.keyboard.type('awaitable');
  await page.locator('dialog[open] a').first().waitFor();
  expect(said).toEqual([]);
});

it('an address that is not there gets the page that says so', async () => {
  const { page, url } = await visit('');
  await page.goto(`${url}no/such/page/`);
  expect(await page.title()).toContain('no such page');
});
