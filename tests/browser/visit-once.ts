import type { BrowserContext, Page } from 'playwright';
import { serveDist } from './serve-dist.ts';

export const DIST = process.env['SITE_DIST'] ?? 'dist';
export const BASE = process.env['BASE_PATH'] ?? '/';

export interface Visit {
  readonly page: Page;
  /** Of the site's home, with a slash at its end. Nobody answers there any more. */
  readonly url: string;
  /** What the page says on its console from now on, and its errors. */
  readonly said: readonly string[];
}

/** Opens a page of the site, waits until the site is kept, and takes its server away. */
export async function visitOnce(context: BrowserContext, path: string): Promise<Visit> {
  const site = await serveDist({ folder: DIST, base: BASE });
  const page = await context.newPage();
  await page.goto(`${site.url}${path}`);
  await kept(page);
  await site.close();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  return { page, url: site.url, said };
}

/**
 * Waits until a service worker has kept the site, as the page asks it to; returns which version.
 *
 * @param than waits for another version than this one.
 */
export function kept(page: Page, than = ''): Promise<string> {
  return page.evaluate(
    (than) =>
      new Promise<string>((resolve, reject) => {
        navigator.serviceWorker.addEventListener('message', ({ data }) => {
          if (data.type === 'not-kept') reject(new Error(data.reason));
          else if (data.version !== than) resolve(data.version);
        });
        navigator.serviceWorker.startMessages();
      }),
    than,
  );
}
