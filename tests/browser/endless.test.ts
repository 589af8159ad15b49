/** Programs that do not end: shown from their beginning, told of, let go on, stopped. */
import type { Locator } from 'playwright';
import { expect, it } from 'vitest';
import { useChapter } from './chapter-page.ts';
import { usePlayground } from './playground-page.ts';

const openChapter = useChapter();
const open = usePlayground(openChapter);

const TICKING = `import asyncio
async def main():
    while True:
        print("tick")
        await asyncio.sleep(1)
asyncio.run(main())`;

const SPINNING = `import asyncio
async def spin():
    n = 0
    while True:
        n += 1
async def main():
    print("begun")
    task = asyncio.create_task(spin())
    await asyncio.sleep(0.1)
    task.cancel()
asyncio.run(main())`;

const WITHIN_CALL = SPINNING.replace('n += 1', 'sum(iter(int, 1))');

/** For a page that shares its machine with the other tests. */
const PATIENCE_MS = 60_000;

const strip = (root: { locator(selector: string): Locator }) => root.locator('.goes-on');

it('shows a ticker from its beginning, lets it go on, and stops it', async () => {
  const { page, lines, button, write } = await open();
  await write(TICKING);
  await button('Run').click();
  await button('Go on').waitFor({ timeout: PATIENCE_MS });
  expect(await strip(page).textContent()).toMatch(
    /The program goes on: main waits in sleep on line 5, again and again\.\s*Here are its first 30,000 s, 30,000 lines of output\./,
  );
  expect(await lines.first().textContent()).toMatch(/^0\.000\s*tick$/);
  // The picture begins at the beginning, and has room for each tick.
  const axis = page.locator('.rv-axis text');
  expect(await axis.first().textContent()).toBe('0');
  expect(Number(await axis.last().textContent())).toBeLessThanOrEqual(30);
  expect(await page.locator('.rv-tracks .tick').count()).toBeGreaterThan(25);

  await button('Go on').click();
  await strip(page).getByText('Here are its first 90,000 s').waitFor({ timeout: PATIENCE_MS });
  expect(await lines.first().textContent()).toMatch(/^0\.000\s*tick$/);

  await strip(page).getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Stopped by you.').waitFor();
  expect(await strip(page).count()).toBe(0);
});

it('draws how much of the time a task ran where its slices are too many to be seen', async () => {
  const { page, button, write } = await open();
  await write(TICKING);
  await button('Run').click();
  await button('Go on').waitFor({ timeout: PATIENCE_MS });
  await button('Show the whole run').click();
  const running = page.locator('.rv-tracks rect.running');
  await running.first().waitFor();
  expect(await page.locator('.rv-tracks .tick').count()).toBe(0);
  const heights = await running.evaluateAll((bars) =>
    bars.map((bar) => bar.getBoundingClientRect().height),
  );
  // It ran for none of the time: a line, not a block.
  expect(Math.max(...heights)).toBeLessThan(4);
});

it.each([
  ['computing', SPINNING],
  ['a call of C', WITHIN_CALL],
])('names who holds the loop by %s, while it does, and can be stopped then', async (_, source) => {
  const { page, lines, button, write } = await open();
  await write(source);
  await button('Run').click();
  await strip(page)
    .getByText(
      'spin has held the event loop since 0.000 without an await: it still computes on line 5',
    )
    .waitFor({ timeout: PATIENCE_MS });
  expect(await strip(page).getByRole('button').allInnerTexts()).toEqual(['Stop']);
  expect(await lines.first().textContent()).toMatch(/^0\.000\s*begun$/);
  await strip(page).getByRole('button', { name: 'Stop' }).click();
  await lines.getByText('Stopped by you.').waitFor();
});

it('says nothing of going on where a program ends, or waits for a client', async () => {
  const { page, run, write, lines } = await open();
  await write('import asyncio\nasyncio.run(asyncio.sleep(100_000))');
  await run();
  expect(await strip(page).count()).toBe(0);
  await write(`import asyncio
async def main():
    async with await asyncio.start_server(print, "127.0.0.1", 8080) as server:
        await server.serve_forever()
asyncio.run(main())`);
  await run();
  await lines.getByText('Serving: the program waits for a client.').waitFor();
  expect(await strip(page).count()).toBe(0);
});

it('lets an edited snippet of a chapter go on, with the beginning of its picture', async () => {
  const { snippet } = await openChapter();
  const { root, button, edit, write } = await snippet('coroutines/first-await');
  await edit();
  await write(TICKING);
  await button('Run').click();
  await button('Go on').waitFor({ timeout: PATIENCE_MS });
  const axis = root.locator('.rv-axis text');
  await axis.first().waitFor();
  expect(await axis.first().textContent()).toBe('0');
  await strip(root).getByRole('button', { name: 'Stop' }).click();
  await root.getByText('Stopped by you.').first().waitFor();
});
