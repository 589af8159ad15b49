/** The engine in Chromium, from the built site: cold, with an empty cache, and warm. */
import { existsSync, readdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright';
import { engineKey } from '../../src/simulator/build/engine-folder.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { serveDist } from '../browser/serve-dist.ts';
import { bootRows } from './bench-boot.ts';
import { median, type Row, rateOf, takeTurns } from './bench-table.ts';
import { orderMsInPage } from './orders-in-page.ts';

const ASSETS = 'dist/_astro';

/** @param small a program, and how many orders of it to try. */
export async function benchBrowser(
  rounds: number,
  small: { readonly source: string; readonly orders: number },
): Promise<Row[]> {
  const worker = existsSync(ASSETS)
    ? readdirSync(ASSETS).find((name) => name.startsWith('browser-worker'))
    : undefined;
  if (!worker) {
    console.error('bench: expected the built site in dist/, found none; run: npm run build');
    return [];
  }
  const site = await serveDist({ folder: 'dist' });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const url = (useImage: boolean) => ({ site: site.url, worker: `/_astro/${worker}`, useImage });
    const boots = await bootRows('Chromium', rounds, {
      cold: (useImage) => inNewContext(browser, (page) => bootMs(page, url(useImage))),
      warm: (useImage) =>
        inNewContext(browser, async (page) => {
          await bootMs(page, url(useImage));
          return bootMs(page, url(useImage));
        }),
    });
    const orders = {
      ...small,
      site: site.url,
      worker: `/_astro/${worker}`,
      folder: `/engine/${engineKey()}/`,
    };
    const [orderMs = []] = await takeTurns(rounds, [
      () => inNewContext(browser, (page) => orderMsInPage(page, orders)),
    ]);
    return [
      ...boots,
      rateOf('orders of a small program, explored in Chromium', 1_000 / median(orderMs)),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

async function inNewContext<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

interface Boot {
  readonly site: string;
  readonly worker: string;
  readonly useImage: boolean;
}

/** From starting the worker to the engine's word that it is ready. */
async function bootMs(page: Page, { site, worker, useImage }: Boot): Promise<number> {
  await page.goto(site);
  return page.evaluate(
    ({ worker, useImage, key }) =>
      new Promise<number>((resolve, reject) => {
        const from = performance.now();
        const engine = new Worker(worker, { type: 'module' });
        engine.onerror = (event) => reject(new Error(event.message));
        engine.onmessage = ({ data }) => {
          engine.terminate();
          if (data.type === 'booted') resolve(performance.now() - from);
          else reject(new Error(JSON.stringify(data)));
        };
        const folderUrl = new URL(`/engine/${key}/`, location.href).href;
        engine.postMessage({ type: 'boot', files: { folderUrl, useImage } });
      }),
    { worker, useImage, key: engineKey() },
  );
}
