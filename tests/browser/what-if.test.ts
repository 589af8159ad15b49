/** Ends of waits dragged in the picture: a number in the code, or a change of the run alone. */
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { eventually, useChapter, withAnswerShown } from './chapter-page.ts';
import { playgroundIn, usePlayground } from './playground-page.ts';

const open = useChapter();
const openPlayground = usePlayground(open);

const PROGRAM = `import asyncio

async def fetch(name, delay):
    await asyncio.sleep(delay)
    print(name, asyncio.get_running_loop().time())

async def main():
    await asyncio.gather(fetch("tea", 0.5), fetch("rum", 0.8))
    await asyncio.sleep(0.5)
    print("done", asyncio.get_running_loop().time())

asyncio.run(main())
`;

const SERVER = `import asyncio

async def serve(reader, writer):
    writer.write(await reader.read(5))
    writer.close()

async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 8000):
        reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
        writer.write(b"hello")
        await reader.read(5)
        print(asyncio.get_running_loop().time())

asyncio.run(main())
`;

async function ran(source: string) {
  const playground = await openPlayground({ reducedMotion: 'reduce' });
  await playground.write(source);
  await playground.run();
  await playground.page.locator('.rv-tracks').waitFor();
  return { ...playground, ...changesIn(playground.page) };
}

function changesIn(page: Page | Locator) {
  return {
    chips: page.locator('.wi-chips'),
    length: page.locator('.wi-length'),
    output: async () => {
      const lines = page.locator('.snippet-lines > .snippet-line .snippet-text');
      return (await lines.allTextContents()).join(' | ');
    },
  };
}

/** Takes hold of the last wait of a row, and moves it so far; the button is still down then. */
async function drag(root: Page | Locator, row: string, byPx: number): Promise<void> {
  const page = 'page' in root ? root.page() : root;
  const label = await root.locator('.rv-labels li', { hasText: row }).first().boundingBox();
  const tracks = await root.locator('.rv-tracks').boundingBox();
  if (!label || !tracks) throw new Error(`expected a row of ${row}, found none`);
  const y = label.y + label.height / 2;
  await page.mouse.move(tracks.x + 10, y);
  const handles = root.locator('.wi-handle');
  await handles.first().waitFor();
  const boxes = await handles.evaluateAll((all) =>
    all.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return { x: x + width / 2, top: y, bottom: y + height };
    }),
  );
  const own = boxes.filter(({ top, bottom }) => top < y && y < bottom);
  const x = Math.max(...own.map((box) => box.x));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + byPx / 2, y);
  await page.mouse.move(x + byPx, y);
}

describe('the end of a wait', () => {
  it('is dragged: a number in the code is changed there, and can be had back', async () => {
    const { page, chips, length, output, text, button } = await ran(PROGRAM);
    await drag(page, 'main', -60);
    expect(await length.textContent()).toMatch(/^0\.5 s → (0\.[1-4]\d?) s$/);
    const [, now = ''] = /→ ([\d.]+) s/.exec((await length.textContent()) ?? '') ?? [];
    // While it is held the picture and the output follow, and the code waits.
    const done = `done ${Number((0.8 + Number(now)).toFixed(6))}`;
    await eventually(output).toContain(done);
    expect(await text()).toContain('asyncio.sleep(0.5)');
    await page.mouse.up();
    await eventually(text).toContain(`asyncio.sleep(${now})`);
    expect(await chips.textContent()).toContain(`0.5 → ${now}`);
    expect(await output()).toContain(done);
    await button('Undo').click();
    await eventually(text).toContain('asyncio.sleep(0.5)');
    await eventually(output).toContain('done 1.3');
    expect(await chips.count()).toBe(0);
  });

  it('whose length is no number in the code is changed for the run alone, until that is taken back', async () => {
    const { page, chips, length, output, text, button } = await ran(PROGRAM);
    await drag(page, 'tea', 90);
    const [, now = ''] = /→ ([\d.]+) s/.exec((await length.textContent()) ?? '') ?? [];
    await page.mouse.up();
    await eventually(() => chips.textContent()).toContain('1 wait changed');
    const changed = `tea ${now} |`;
    await eventually(output).toContain(changed);
    expect(await text()).toBe(PROGRAM);
    // Run keeps it.
    await button('Run').click();
    await page.locator('[data-stale]').waitFor({ state: 'detached' });
    await eventually(output).toContain(changed);
    await button('Take back').click();
    await eventually(output).toContain('tea 0.5 |');
    expect(await chips.count()).toBe(0);
  });

  it('is let go by Escape, as it was', async () => {
    const { page, chips, length, output, text } = await ran(PROGRAM);
    await drag(page, 'tea', 90);
    await eventually(output).not.toContain('tea 0.5 |');
    await page.keyboard.press('Escape');
    await eventually(output).toContain('tea 0.5 |');
    expect(await length.count()).toBe(0);
    expect(await chips.count()).toBe(0);
    await page.mouse.up();
    expect(await text()).toBe(PROGRAM);
  });
});

describe('the panel', () => {
  it('sets lengths without a mouse, and a link carries them to where nothing has run yet', async () => {
    const { page, chips, output, button, link } = await ran(PROGRAM);
    await button('What if').focus();
    await page.keyboard.press('Enter');
    const field = page.getByLabel(/^Length: fetch\("rum", 0\.8\) sleeps.*in seconds$/);
    await field.fill('2');
    await page.keyboard.press('Enter');
    await eventually(output).toContain('rum 2.0');
    expect(await chips.textContent()).toContain('1 wait changed');
    expect(await page.locator('.wi-force').textContent()).toContain('0.8 s → 2 s');
    expect(await page.getByLabel('Latency of the network').count()).toBe(0);
    const address = await link();

    const other = await open({
      path: `playground/${new URL(address).hash}`,
      reducedMotion: 'reduce',
    });
    const there = { ...playgroundIn(other.page), ...changesIn(other.page) };
    await eventually(() => there.chips.textContent()).toContain('1 wait changed');
    expect(await there.output()).toBe('');
    await there.run();
    expect(await there.output()).toContain('rum 2.0');
  });

  it('has the latency of a network, where there is one', async () => {
    const { page, chips, output, button } = await ran(SERVER);
    await button('What if').click();
    const field = page.getByLabel('Latency of the network, in milliseconds');
    await field.fill('50');
    await page.keyboard.press('Enter');
    await eventually(output).toContain('0.2');
    expect(await chips.textContent()).toContain('latency 50 ms');
    await button('Take back the latency').click();
    await eventually(output).toContain('0.0');
  });
});

describe('a lesson’s program', () => {
  it('is run when a wait of its recording is first dragged, and comes back when that is taken back', async () => {
    const name = 'tasks/group-fails';
    const chapter = await open({
      path: 'tasks/whole/',
      prepare: withAnswerShown(name),
      reducedMotion: 'reduce',
    });
    const { root, button } = await chapter.snippet(name);
    const { chips } = changesIn(root);
    await button('What if').click();
    await root.locator('.wi-panel').waitFor();
    await root.locator('.rv-tracks').scrollIntoViewIfNeeded();
    await drag(root, 'engine', 80);
    await chapter.page.mouse.up();
    await eventually(() => chips.textContent()).toContain('1 wait changed');
    await eventually(() => root.locator('.snippet-output').textContent()).toContain(
      'with what you changed',
    );
    await chips.getByRole('button', { name: 'Take back' }).click();
    await eventually(() => root.locator('.snippet-output-title').textContent()).toBe('Output');
    expect(await chips.count()).toBe(0);
  });
});
