/** However much a program does, the page goes on: nothing holds it for as long as a second. */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { usePlayground } from './playground-page.ts';

const open = usePlayground();

/** On an idle machine it is a third of it; a busy one may hold the page itself, but not each time. */
const LONGEST_MS = 1_000;
const RETRIES = 2;

declare global {
  interface Window {
    longTasks: number[];
  }
}

it.each([
  [
    '20,000 tasks',
    `
      import asyncio

      async def wait(number):
          await asyncio.sleep(number % 7)

      async def main():
          await asyncio.gather(*(wait(number) for number in range(20_000)))

      asyncio.run(main())
    `,
  ],
  [
    '100,000 lines',
    `
      import asyncio

      async def main():
          for number in range(100_000):
              print(number % 10)

      asyncio.run(main())
    `,
  ],
  [
    '20,000 steps of one task',
    `
      import asyncio

      async def main():
          for _ in range(20_000):
              await asyncio.sleep(0.1)

      asyncio.run(main())
    `,
  ],
])('is never held for long by %s', { retry: RETRIES }, async (_, source) => {
  const playground = await open({ prepare: (context) => context.addInitScript(watchLongTasks) });
  const { page } = playground;
  await playground.write(dedent(source));
  await page.evaluate(() => {
    window.longTasks = [];
  });
  await playground.run();
  const play = page.locator('.rv').getByRole('button', { name: /^Play/ });
  await play.waitFor();
  await page.getByRole('slider').first().press('Home');
  await play.click();
  await page.waitForTimeout(500);
  await page.locator('.rv-scroller').evaluate((element) => element.scrollBy(0, 1_000));
  await page.getByRole('button', { name: 'As a table' }).click();
  await page.locator('.rv-table').waitFor();
  expect(Math.max(0, ...(await longTasksOf(page)))).toBeLessThan(LONGEST_MS);
});

function watchLongTasks() {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration);
  }).observe({ type: 'longtask' });
}

/** Those that have come in; the last is told of a moment after it. */
async function longTasksOf(page: Page): Promise<readonly number[]> {
  await page.waitForTimeout(500);
  return page.evaluate(() => window.longTasks);
}
