/** The built site as a reader has it: from a click to the first output, and what pages weigh. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { unitFiles } from '../../src/course/units/unit-files.ts';
import { engineKey } from '../../src/simulator/build/engine-folder.ts';
import { snippetIn, wake } from '../browser/chapter-page.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { serveDist } from '../browser/serve-dist.ts';
import { median, type Row, rowOf, sizeOf, takeTurns } from './bench-table.ts';

const SNIPPET = '[data-snippet="coroutines/first-await"]';
const LESSON = 'coroutines/a-function-that-can-wait/';
const RECIPE = 'recipes/retry/';
/** One of each chapter. */
const LESSONS = unitFiles(new URL('../../content/chapters/', import.meta.url))
  .filter(({ lesson }) => lesson === 1)
  .map(({ slug }) => `${slug}/`);

/** The pages of the site, and what readers do there first. */
const PAGES: readonly {
  readonly path: string;
  readonly used: string;
  use(page: Page): Promise<unknown>;
}[] = [
  {
    path: '',
    used: 'after the race',
    use: (page) => page.locator('[data-race-button]').click(),
  },
  ...[...LESSONS, RECIPE].map((path) => ({
    path,
    used: 'with an open editor',
    use: openEditor,
  })),
  {
    path: 'glossary/',
    used: 'filtered',
    use: (page) => page.getByRole('searchbox', { name: 'Filter' }).fill('cancel'),
  },
  {
    path: 'flashcards/',
    used: 'with a card',
    use: (page) =>
      page
        .getByRole('button', { name: /^Study/ })
        .first()
        .click(),
  },
  {
    path: 'playground/',
    used: 'with an open editor',
    async use(page) {
      await page.locator('.playground-editor').click();
      await page.locator('.playground-editor .view-lines').waitFor();
    },
  },
];
const KB = 1024;

export async function benchSite(rounds: number): Promise<Row[]> {
  const site = await serveDist({ folder: 'dist' });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const chapter = `${site.url}${LESSON}`;
    const [unedited, first, second] = await takeTurns(rounds, [
      () => inNewContext(browser, (context) => uneditedMs(context, chapter)),
      () => inNewContext(browser, (context) => editedMs(context, chapter)),
      () =>
        inNewContext(browser, async (context) => {
          await editedMs(context, chapter);
          return editedMs(context, chapter);
        }),
    ]);
    return [
      rowOf('click to first output, unedited', median(unedited)),
      rowOf('click to first output, edited, first visit', median(first)),
      rowOf('click to first output, edited, second visit', median(second), {
        than: 'the first',
        amount: median(first),
      }),
      ...(await engineRows()),
      ...(await weightRows(browser, site.url)),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

async function inNewContext<T>(
  browser: Browser,
  work: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

async function openSnippet(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await wake(page.locator(SNIPPET));
  return page;
}

/** Of the first snippet. */
async function openEditor(page: Page): Promise<void> {
  const snippet = page.locator('[data-snippet]').first();
  await wake(snippet);
  await snippetIn(page, snippet).edit();
}

/** Measured in the page, so that the way from here to there does not count. */
function clickToOutputMs(page: Page, wanted: string): Promise<number> {
  return page.evaluate(
    ({ snippet, wanted }) =>
      new Promise<number>((resolve) => {
        const root = document.querySelector(snippet) as HTMLElement;
        const from = performance.now();
        const look = () => {
          const lines = root.querySelector<HTMLElement>('.snippet-lines');
          if (lines?.textContent?.includes(wanted)) resolve(performance.now() - from);
          else requestAnimationFrame(look);
        };
        root.querySelector<HTMLButtonElement>('.snippet-run')?.click();
        requestAnimationFrame(look);
      }),
    { snippet: SNIPPET, wanted },
  );
}

/** From the click to the frame after the output has begun to play. */
async function uneditedMs(context: BrowserContext, url: string): Promise<number> {
  const page = await openSnippet(context, url);
  return page.evaluate(
    (snippet) =>
      new Promise<number>((resolve) => {
        const root = document.querySelector(snippet) as HTMLElement;
        const from = performance.now();
        // The view that plays takes the place of what was there.
        const look = () => {
          const plays = root.querySelector('.rv-playhead') && root.querySelector('[data-waiting]');
          if (plays) resolve(performance.now() - from);
          else requestAnimationFrame(look);
        };
        root.querySelector<HTMLButtonElement>('.snippet-run')?.click();
        requestAnimationFrame(look);
      }),
    SNIPPET,
  );
}

/** The reader has opened the code and changed it, and runs it as soon as that is done. */
async function editedMs(context: BrowserContext, url: string): Promise<number> {
  const page = await openSnippet(context, url);
  await openEditor(page);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('print("changed")');
  const elapsed = await clickToOutputMs(page, 'changed');
  await page.close();
  return elapsed;
}

/** Fetched only by programs that import what the memory image does not have. */
const ON_DEMAND = 'python_stdlib.zip';

async function engineRows(): Promise<Row[]> {
  const folder = join('dist/engine', engineKey());
  const rowFor = (label: string, names: readonly string[]) => {
    const files = names.map((name) => readFileSync(join(folder, name)));
    const sizeBy = (compress: (file: Buffer) => Buffer) =>
      files.reduce((total, file) => total + compress(file).length, 0) / KB;
    return sizeOf(label, sizeBy(brotliCompressSync), {
      than: 'with gzip',
      amount: sizeBy((file) => gzipSync(file)),
    });
  };
  const all = readdirSync(folder);
  return [
    rowFor(
      'the engine for a first edited run, with brotli',
      all.filter((name) => name !== ON_DEMAND),
    ),
    rowFor('the standard library, on demand, with brotli', [ON_DEMAND]),
  ];
}

/** Compressed by gzip, without fonts and without the engine. */
async function weightRows(browser: Browser, site: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { path, used, use } of PAGES) {
    rows.push(
      ...(await inNewContext(browser, async (context) => {
        const sizes: Promise<number>[] = [];
        context.on('response', (response) => {
          if (response.request().resourceType() === 'font') return;
          if (response.url().includes('/engine/')) return;
          sizes.push(
            response.body().then(
              (body) => gzipSync(body).length,
              () => 0,
            ),
          );
        });
        const weigh = async () =>
          (await Promise.all(sizes)).reduce((total, size) => total + size, 0) / KB;
        const page = await context.newPage();
        await page.goto(`${site}${path}`, { waitUntil: 'networkidle' });
        const before = await weigh();
        await use(page);
        await page.waitForLoadState('networkidle');
        return [
          sizeOf(`/${path}`, before),
          sizeOf(`/${path} ${used}`, await weigh(), { than: 'before', amount: before }),
        ];
      })),
    );
  }
  return rows;
}
