/** The site after one visit, with its server gone; and what becomes of a visit when a new version is out. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settled, snippetIn, wake } from './chapter-page.ts';
import { findChromium } from './find-chromium.ts';
import { publishAnew } from './publish-anew.ts';
import { type SiteServer, serveDist } from './serve-dist.ts';
import { BASE, DIST, kept } from './visit-once.ts';

const PATIENCE_MS = 30_000;

const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('index.html'))
  .map((path) => path.replaceAll('\\', '/').replace(/index\.html$/, ''));

interface Visit {
  readonly page: Page;
  readonly site: SiteServer;
  readonly context: BrowserContext;
  /** Of the site that was kept. */
  readonly version: string;
  /** What the pages of this profile have said on their consoles. */
  readonly said: string[];
  end(): Promise<void>;
}

/** Opens a page of the site in a profile of its own, and waits until the whole site is kept. */
async function visitOnce(folder: string, path: string): Promise<Visit> {
  const site = await serveDist({ folder, base: BASE });
  const profile = mkdtempSync(join(tmpdir(), 'offline-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const said: string[] = [];
  context.on('console', (message) => said.push(message.text()));
  context.on('weberror', (error) => said.push(String(error.error())));
  const page = await context.newPage();
  await page.goto(`${site.url}${path}`);
  const version = await kept(page);
  return {
    page,
    site,
    context,
    version,
    said,
    async end() {
      await context.close();
      await site.close().catch(() => {});
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

describe('after one visit, with the network off', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await visitOnce(DIST, 'tasks/');
    await visit.site.close();
  });
  afterAll(() => visit?.end());

  const open = async (path: string): Promise<Page> => {
    await visit.page.goto(`${visit.site.url}${path}`);
    return visit.page;
  };

  it('every page can be read, and each of its links leads to a page', async () => {
    const { page, site, said } = visit;
    // By what a page would be given on its way there: to open each would take a minute.
    const links = await page.evaluate(
      async (paths) => {
        const found: {
          readonly path: string;
          readonly status: number;
          readonly hrefs: string[];
        }[] = [];
        for (const path of paths) {
          const response = await fetch(path);
          const html = new DOMParser().parseFromString(await response.text(), 'text/html');
          const anchors = [...html.querySelectorAll('a[href]')];
          // Of a link in a drawing, `href` is no string.
          const hrefs = anchors.map(
            (a) => new URL(a.getAttribute('href') ?? '', response.url).href,
          );
          found.push({ path, status: response.status, hrefs });
        }
        return found;
      },
      pages.map((path) => `${site.url}${path}`),
    );
    const broken: string[] = [];
    for (const { path, status, hrefs } of links) {
      if (status !== 200) broken.push(path);
      for (const link of hrefs.filter((href) => href.startsWith(site.url))) {
        const target = decodeURI(new URL(link).pathname.slice(BASE.length)).replace(/^\//, '');
        if (!/\.[a-z]+$/.test(target) && !pages.includes(target)) {
          broken.push(`${path} -> ${target}`);
        }
      }
    }
    expect(pages.length).toBeGreaterThan(3);
    expect(links.flatMap(({ hrefs }) => hrefs).length).toBeGreaterThan(pages.length);
    expect(broken).toEqual([]);
    for (const path of ['', 'tasks/gather/', 'glossary/']) {
      expect((await page.goto(`${site.url}${path}`))?.ok(), path).toBe(true);
      await page.locator('h1').waitFor();
    }
    expect(said).toEqual([]);
  });

  it('an edited snippet runs, also one that needs the rest of the standard library', async () => {
    const page = await open('coroutines/whole/');
    const root = page.locator('[data-snippet="coroutines/first-await"]');
    await wake(root);
    const { edit, write, button, lines } = snippetIn(page, root);
    await edit();
    // None of these is in the memory image from which Python starts.
    await write(
      'import decimal, html.parser, statistics\n\nprint("mean", statistics.mean([decimal.Decimal(1), 2]))',
    );
    await button('Run').click();
    await lines.getByText('mean 1.5').waitFor();
    expect(visit.said).toEqual([]);
  });

  it('the search finds, and leads there', async () => {
    const page = await open('start-here/');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.keyboard.type('awaitable');
    await page.locator('dialog[open] a').first().click();
    await page.locator('h1').waitFor();
    expect(page.url()).not.toContain('start-here');
    expect(visit.said).toEqual([]);
  });

  it('the playground opens an example and runs it, and its link opens as an embed', async () => {
    const page = await open('playground/');
    await page.getByRole('button', { name: 'Examples', exact: true }).click();
    await page.getByLabel('Find an example').fill('espresso first');
    await page.getByRole('button', { name: 'First await', exact: true }).click();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('[data-kind="ending"]').waitFor();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const link = await page.getByLabel('link', { exact: true }).inputValue();
    await open(`embed/${new URL(link).hash}`);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.locator('[data-kind="ending"]').waitFor();
    expect(visit.said).toEqual([]);
  });

  it('cards are answered, terms are filtered, and recipes are watched', async () => {
    const page = await open('flashcards/');
    await page.getByRole('button', { name: 'Study Everything' }).click();
    await page.getByRole('button', { name: 'Show the answer' }).click();
    await page.getByRole('button', { name: /^Easy/ }).click();
    await page.getByText(/9 new/).waitFor();
    await open('glossary/');
    await page.getByRole('searchbox').fill('semaphore');
    await page.locator('.entry:visible').first().waitFor();
    await open('recipes/');
    await page.locator('main li a').first().click();
    await wake(page.locator('[data-snippet]').first());
    await page.getByRole('button', { name: 'Inside the loop' }).first().click();
    await page.locator('.rv-inspector').first().waitFor();
    expect(visit.said).toEqual([]);
  });

  it('an address that is not there gets the page that says so', async () => {
    const page = await open('no/such/page/');
    expect(await page.title()).toContain('no such page');
  });
});

describe('a new version', () => {
  const EDIT = 'print("mine, and kept")';
  let folder: string;
  let visit: Visit;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'site-'));
    cpSync(DIST, folder, { recursive: true });
    // As hosts serve it that take no headers from a file: nothing is fresh for a year.
    rmSync(join(folder, '_headers'));
    visit = await visitOnce(folder, 'coroutines/whole/');
  });
  afterAll(async () => {
    await visit?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is there at the next look, with edits, cards and progress as they were', async () => {
    const { page, context, site, version, said } = visit;
    const root = page.locator('[data-snippet="coroutines/first-await"]');
    const snippet = snippetIn(page, root);
    const card = page.locator('[data-card="coroutines/what-a-call-gives"]');
    const tick = page.locator('[data-checklist] input[type="checkbox"]').first();
    await wake(root);
    await snippet.edit();
    await snippet.write(EDIT);
    await card.scrollIntoViewIfNeeded();
    await card.locator('summary').click();
    await card.getByRole('button', { name: /^Easy/ }).click();
    await card.getByText('Added to your deck.').waitFor();
    await tick.check();
    const typing = await context.newPage();
    await typing.goto(`${site.url}playground/`);
    await typing.locator('.playground-editor').click();
    const editor = typing.locator('.playground-editor[data-ready] .view-lines');
    await editor.click();
    await typing.keyboard.press('ControlOrMeta+A');
    await settled(typing);
    await typing.keyboard.insertText('print("half ');

    await publishAnew(folder, (html) => html.replace('>Coroutines</h1>', '>Coroutines II</h1>'));

    await page.reload();
    expect(await page.locator('h1').textContent()).toBe('Coroutines II');
    await kept(page, version);
    await wake(root);
    expect(await snippet.text()).toContain(EDIT);
    await snippet.button('Run').click();
    await snippet.lines.getByText('mine, and kept').waitFor();
    await card.scrollIntoViewIfNeeded();
    await card.getByText('In your deck').waitFor({ state: 'attached' });
    expect(await tick.isChecked()).toBe(true);

    // Who was typing meanwhile is not interrupted, and what that page still has to load is there.
    await typing.keyboard.insertText('a sentence")');
    for (const run of ['once', 'again']) {
      await typing.keyboard.insertText(`\nprint("${run}")`);
      await typing.keyboard.press('ControlOrMeta+Enter');
      await typing.locator('.snippet-lines').getByText(run, { exact: true }).waitFor();
    }
    await typing.locator('.snippet-lines').getByText('half a sentence').waitFor();

    await site.close();
    await page.reload();
    expect(await page.locator('h1').textContent()).toBe('Coroutines II');
    await typing.reload();
    await typing.locator('.view-lines').getByText('half a sentence').waitFor();
    expect(said).toEqual([]);
  });
});
