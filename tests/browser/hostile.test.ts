/**
 * What strangers may send: programs, links and files. All of it stays text, and nothing runs unasked.
 * A violation of the page's policy is said on the console, and fails the test as any complaint does.
 */
import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { eventually, settled, useChapter } from './chapter-page.ts';
import { usePlayground } from './playground-page.ts';

const open = usePlayground();
const openPage = useChapter();

/** Tries to run `hostile()` in the page by becoming markup. */
const MARKUP = '<img src=x onerror="hostile()"><script>hostile()</script>';

const armed = (context: BrowserContext) =>
  context.addInitScript(() => {
    Object.assign(window, { hostile: () => document.body.setAttribute('data-hostile', '') });
  });

async function expectHarmless(page: Page) {
  await settled(page);
  expect(await page.locator('[data-hostile], img[src="x"]').count()).toBe(0);
}

const packed = (payload: unknown) =>
  `#p1.${deflateRawSync(JSON.stringify(payload)).toString('base64url')}`;

describe('a hostile program', () => {
  it('prints, names and raises text', async () => {
    const { page, write, run, lines } = await open({ prepare: armed });
    const literal = JSON.stringify(MARKUP);
    await write(
      [
        'import asyncio, sys',
        `M = ${literal}`,
        'class Hostile(Exception): pass',
        'Hostile.__name__ = Hostile.__qualname__ = M',
        'async def waits(queue):',
        '    await queue.get()',
        'async def main():',
        '    print(M)',
        '    print(M, file=sys.stderr)',
        '    asyncio.current_task().set_name(M)',
        '    queue = asyncio.Queue()',
        '    waits.__name__ = waits.__qualname__ = M',
        '    asyncio.create_task(waits(queue), name=M)',
        '    await asyncio.sleep(1)',
        // The file's name is a stranger's, too.
        '    exec(compile("\\n" * 3 + "raise Hostile(M)", M, "exec"), globals())',
        'asyncio.run(main())',
      ].join('\n'),
    );
    await run();
    await lines.getByText(`File "${MARKUP}", line 4`).first().waitFor();
    const view = page.getByRole('group', { name: 'The run', exact: true });
    await view.getByRole('slider').first().focus();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowLeft');
    await view.getByText('onerror').first().waitFor();
    await view.getByRole('button', { name: 'As a table' }).click();
    await expectHarmless(page);
  });

  it('cannot spoil a picture with what files have no room for', async () => {
    const { page, write, run, button } = await open({ prepare: armed });
    await write(
      `import asyncio\nasyncio.run(asyncio.wait([asyncio.Task]) if False else asyncio.sleep(1))\nasync def main():\n    await asyncio.create_task(asyncio.sleep(1), name="\\x1b[31m\\0\\ufffe&" + ${JSON.stringify(MARKUP)})\nasyncio.run(main())`,
    );
    await run();
    await button('Share').click();
    const downloading = page.waitForEvent('download');
    await button('Save as SVG').click();
    const svg = await readFile(await (await downloading).path(), 'utf8');
    const read = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const elements = Array.from(parsed.querySelectorAll('*'), ({ localName }) => localName);
      return { elements, text: parsed.documentElement.textContent };
    }, svg);
    expect(read.elements).not.toContain('parsererror');
    expect(read.elements).not.toContain('script');
    expect(read.elements).not.toContain('img');
    expect(read.text).toContain('\ufffd[31m\ufffd\ufffd&<img');
    await expectHarmless(page);
  });

  it('prints control characters as what they are', async () => {
    const { page, write, run, lines } = await open({ prepare: armed });
    await write(
      'print("\\x1b]0;title\\x07\\x1b[2Jgone?\\x1b[8m hidden")\nprint("\\u202eesrever\\u2066")\nprint("a\\rb\\x08c\\0d")',
    );
    await run();
    await lines.getByText('gone?').waitFor();
    expect(await page.title()).toContain('Playground');
    // Turned round in its own line, and no further.
    const [time, printed] = await Promise.all(
      ['.snippet-time', '.snippet-text'].map((part) => lines.nth(1).locator(part).boundingBox()),
    );
    expect(time?.x).toBeLessThan(printed?.x ?? 0);
    expect((await lines.allTextContents()).join('')).toMatch(/hidden.*esrever.*a.*b.*c.*d/s);
    await expectHarmless(page);
  });
});

describe('a hostile link', () => {
  const PROGRAM = {
    n: `"><img src=x onerror=hostile()>.py`,
    s: `print("${'x'.repeat(40)}")\n# ${MARKUP}\n</script></textarea>${MARKUP}`,
    a: MARKUP,
    r: 7,
  };

  it('shows its program in the playground as text, and runs nothing', async () => {
    const { page, notice, lines, text, tabs } = await open({
      prepare: armed,
      path: `playground/${packed(PROGRAM)}`,
    });
    await notice.getByText('Nothing of it has been run').waitFor();
    expect(await text()).toBe(PROGRAM.s);
    expect(await tabs()).toMatch(/^main\.py \[[^<>"]*\.py\]$/);
    await expectHarmless(page);
    expect(await lines.count()).toBe(0);
  });

  it('shows its program in an embed as text, and does not so much as fetch Python', async () => {
    const { page, lines, requests } = await open({
      prepare: armed,
      path: `embed/${packed(PROGRAM)}`,
    });
    await page.locator('.snippet-listing').getByText('onerror').first().waitFor();
    await expectHarmless(page);
    await page.waitForLoadState('networkidle');
    expect(await lines.count()).toBe(0);
    expect(requests.filter((path) => path.includes('engine'))).toEqual([]);
  });

  it('of garbage is refused in words, wherever it leads', async () => {
    const bomb = deflateRawSync(Buffer.alloc(100_000_000, 32)).toString('base64url');
    const { page } = await open({ prepare: armed, path: 'embed/' });
    for (const [fragment, message] of [
      [`#p1.${bomb}`, 'expected at most'],
      [`#p1.${'A'.repeat(40_000)}`, 'expected at most'],
      [packed(null), 'expected a program'],
      [packed([]), 'expected a program'],
      [packed({ s: { toString: 'x' } }), 'expected a program'],
      [packed({ s: 'x', r: 1e300 }), 'expected a program'],
      [packed({ s: 'x'.repeat(300_000) }), 'longer than any'],
      [`#p99999999999999999999.${MARKUP}`, 'found version'],
      ['#p1.%00%ff', 'it is damaged'],
    ] as const) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, fragment);
      await page.locator('.snippet-notice').getByText(message).waitFor();
    }
    await expectHarmless(page);
  });

  it('to a place that cannot be leads to the page', async () => {
    for (const path of ['coroutines/', 'glossary/', 'flashcards/', 'playground/', 'recipes/']) {
      const { page } = await openPage({ prepare: armed, path: `${path}#%E0%A4%A"><b>` });
      await page.waitForLoadState('networkidle');
      await expectHarmless(page);
    }
  });
});

it('a hostile file of cards and progress brings names, and no more', async () => {
  const { page } = await openPage({ prepare: armed, path: 'flashcards/' });
  await page.locator('[data-ready]').waitFor();
  const entry = { kind: 'suspend', atMs: 1_700_000_000_000 };
  const file = {
    format: 'loopscope-study',
    version: 1,
    log: [
      { ...entry, id: 'a', card: MARKUP },
      { ...entry, id: '__proto__', card: '__proto__' },
      { ...entry, id: MARKUP, card: 'coroutines/what-a-call-gives' },
    ],
    settings: { newPerDay: 4_000_000_000_000, reviewsPerDay: 0 },
    progress: { [`read/${MARKUP}`]: MARKUP, 'quiz/__proto__': 'right', 'read/coroutines': MARKUP },
  };
  const choose = (text: string) =>
    page.locator('input[type="file"]').setInputFiles({
      name: `${MARKUP}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  await choose(JSON.stringify(file));
  await page.getByText('Imported: 3 new entries of 3.').waitFor();
  await eventually(() => page.locator('[data-aside]').count()).toBe(1);
  await choose(JSON.stringify({ ...file, format: MARKUP }));
  await page.getByRole('alert').waitFor();
  await choose(JSON.stringify({ ...file, log: [{ ...entry, id: MARKUP, card: [MARKUP] }] }));
  await page.getByRole('alert').getByText('onerror').waitFor();
  await expectHarmless(page);
  await page.goto(new URL('/progress/', page.url()).href);
  await page.locator('[data-ready]').waitFor();
  await expectHarmless(page);
});
