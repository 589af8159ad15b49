/** The site after one visit, with its server gone. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { afterEach, expect, it } from 'vitest';
import { findChromium } from './find-chromium.ts';
import { serveDist } from './serve-dist.ts';

const DIST = process.env['SITE_DIST'] ?? 'dist';
const BASE = process.env['BASE_PATH'] ?? '/';

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

/** Opens the site in a profile of its own, waits until it is kept, and takes the server away. */
async function visitOnce(path: string): Promise<{ page: Page; url: string; said: string[] }> {
  const site = await serveDist({ folder: DIST, base: BASE });
  const profile = mkdtempSync(join(tmpdir(), 'offline-'));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  ended.push(
    () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }),
    () => context.close(),
  );
  const page = await context.newPage();
  await page.goto(`${site.url}${path}`);
  const answer = await page.evaluate(
    () =>
      new Promise((kept) => {
        navigator.serviceWorker.addEventListener('message', ({ data }) => kept(data.type));
        navigator.serviceWorker.startMessages();
      }),
  );
  expect(answer).toBe('kept');
  await site.close();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  return { page, url: site.url, said };
}

const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('index.html'))
  .map((path) => path.replaceAll('\\', '/').replace(/index\.html$/, ''));

it('every page can be read, and each of its links leads to a page', async () => {
  const { page, url, said } = await visitOnce('');
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
  const { page, url, said } = await visitOnce('coroutines/');
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
  const { page, url } = await visitOnce('');
  await page.goto(`${url}no/such/page/`);
  expect(await page.title()).toContain('no such page');
});
