import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { eventually, useChapter } from './chapter-page.ts';
import { placeOfEachLine } from './code-on-screen.ts';

const openChapter = useChapter();

/** Three seconds, two lines of output. */
const PLAIN = 'coroutines/first-await';
const FAILING = 'coroutines/await-outside';

describe('a snippet without JavaScript', () => {
  it('shows its code, and its output with virtual times', async () => {
    const { snippet } = await openChapter({ javaScriptEnabled: false });
    const { lines, text } = await snippet(PLAIN);
    expect(await text()).toContain('await asyncio.sleep(3)');
    expect(await lines.allInnerTexts()).toEqual([
      expect.stringMatching(/^0\.000\s+brewing espresso$/),
      expect.stringMatching(/^3\.000\s+espresso is ready$/),
      expect.stringMatching(/^3\.000\s+■\s+Ended\.$/),
    ]);
  });

  it('offers nothing that does nothing', async () => {
    const { page } = await openChapter({ javaScriptEnabled: false });
    expect(await page.locator('.snippet button').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('.snippet select').filter({ visible: true }).count()).toBe(0);
  });

  it('keeps the output of a question folded away, and unfolds it', async () => {
    const { page } = await openChapter({ javaScriptEnabled: false });
    const hidden = page.locator('.snippet-hidden').first();
    expect(await hidden.locator('.snippet-lines').isVisible()).toBe(false);
    await hidden.locator('summary').click();
    expect(await hidden.locator('.snippet-lines').isVisible()).toBe(true);
  });
});

describe('a page that nobody has touched', () => {
  it('has loaded at most 30 KB of JavaScript, and neither Monaco nor Python', async () => {
    const loaded: Promise<Buffer>[] = [];
    const { page, requests } = await openChapter({
      // Whoever scrolls has begun to use it.
      path: 'coroutines/whole/',
      prepare: async (context) => {
        context.on('response', (response) => {
          if (response.request().resourceType() === 'script') loaded.push(response.body());
        });
      },
    });
    await page.waitForLoadState('networkidle');
    const inline = await page.locator('script:not([src]):not([type$="json"])').allTextContents();
    const scripts = [...(await Promise.all(loaded)), inline.join('\n')];
    const bytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0);
    expect(bytes).toBeGreaterThan(5 * 1024);
    expect(bytes).toBeLessThanOrEqual(30 * 1024);
    expect(requests.filter((path) => /monaco|shiki|engine|pyodide/.test(path))).toEqual([]);
  });

  it('does what is pressed in it first, however soon', async () => {
    const { page } = await openChapter({ path: '' });
    const root = page.locator('[data-snippet="home/together"]');
    expect(await root.locator('[data-live]').count()).toBe(0);
    await page.evaluate(() => document.querySelector<HTMLElement>('.snippet-run')?.click());
    await root.locator('.rv-playhead').waitFor();
    await eventually(() => root.locator('.snippet-line[data-waiting]').count()).toBeLessThan(13);
    expect(await root.locator('.snippet-run').textContent()).toBe('Stop');
  });

  it('fits a screen of 320 pixels', async () => {
    const { page } = await openChapter({ viewport: { width: 320, height: 640 } });
    const tooWide = await page
      .locator('.snippet')
      .evaluateAll((snippets) =>
        snippets
          .filter((snippet) => snippet.scrollWidth > snippet.clientWidth)
          .map((snippet) => snippet.getAttribute('data-snippet')),
      );
    expect(tooWide).toEqual([]);
  });
});

describe('a recording at rest', () => {
  it('lights what belongs to what is pointed at, before anything is fetched', async () => {
    const { page, requests, snippet } = await openChapter();
    const { root, lines } = await snippet(PLAIN);
    const marks = root.locator('.snippet-mark[data-state="highlighted"]');
    await lines.nth(1).hover();
    await marks.waitFor();
    expect(await root.locator('.rv-lit').evaluate((lit) => lit.style.left)).toBe('100%');
    expect(await root.locator('.ls-timeline-labels li[data-lit]').allTextContents()).toEqual([
      'main',
    ]);
    const lane = await root.locator('.ls-timeline-drawing').boundingBox();
    await page.mouse.move((lane?.x ?? 0) + 40, (lane?.y ?? 0) + 18);
    await eventually(() => root.locator('.snippet-line[data-highlighted]').count()).toBe(2);
    expect(await root.locator('[data-resting]').count()).toBe(1);
    expect(requests.filter((path) => path.includes('recordings/'))).toEqual([]);
  });
});

describe('Run on unedited code', () => {
  it('plays the recording at its virtual times, and fetches that and what shows it', async () => {
    const { page, snippet, requests } = await openChapter({
      prepare: (context) => context.clock.install(),
    });
    const { button, root, shownLines } = await snippet(PLAIN);
    await page.waitForLoadState('networkidle');
    const before = requests.length;
    await page.clock.pauseAt(Date.now() + 60_000);
    await button('Run').click();
    await eventually(async () => {
      await page.clock.runFor(20);
      return root.locator('[data-phase="playing"]').count();
    }).toBe(1);
    await page.clock.runFor(2_700);
    expect(await shownLines()).toBe(1);
    expect(await root.locator('.rv-clock b').textContent()).toMatch(/2\.[789]\d\d s/);
    await page.clock.runFor(400);
    expect(await shownLines()).toBe(3);
    await button('Run').waitFor();
    expect(requests.slice(before).filter((path) => !path.endsWith('.js'))).toEqual([
      expect.stringMatching(/recordings\/coroutines\/first-await\.json$/),
    ]);
  });

  it('can be stopped, and says what is yet to come', async () => {
    const { snippet } = await openChapter();
    const { button, root, shownLines } = await snippet(PLAIN);
    await button('Run').click();
    await button('Stop').click();
    await eventually(shownLines).toBe(3);
    expect(await root.locator('.snippet-line[data-waiting]').count()).toBe(2);
  });

  it('is over at once for a reader who wants it so, or wants no motion', async () => {
    const { snippet } = await openChapter();
    const chosen = await snippet(PLAIN);
    await chosen.root.getByRole('combobox').selectOption('at once');
    await chosen.button('Run').click();
    await chosen.root.locator('[data-phase="watched"]').waitFor();
    expect(await chosen.shownLines()).toBe(3);

    const still = await openChapter({ reducedMotion: 'reduce' });
    const { button, root } = await still.snippet(PLAIN);
    await button('Run').click();
    await root.locator('[data-phase="watched"]').waitFor();
  });

  it('keeps its place on the page while lines appear', async () => {
    const { snippet } = await openChapter();
    const { button, root } = await snippet(PLAIN);
    const before = await root.boundingBox();
    await button('Run').click();
    await button('Stop').waitFor();
    expect((await root.boundingBox())?.height).toBe(before?.height);
  });

  it('marks the line of an exception in the listing', async () => {
    const { snippet } = await openChapter({ reducedMotion: 'reduce' });
    const { button, root, code } = await snippet(FAILING);
    expect(await root.locator('.snippet-mark').count()).toBe(0);
    await button('Run').click();
    const mark = await root.locator('.snippet-mark').boundingBox();
    const line = (await placeOfEachLine(code)).find(({ text }) => text.includes('await ask_price'));
    const below = (line?.top ?? Number.NaN) - (mark?.y ?? Number.NaN);
    expect(below).toBeGreaterThan(-1);
    expect(below).toBeLessThan((mark?.height ?? 0) / 2);
  });

  it('answers to Ctrl+Enter on the code', async () => {
    const { page, snippet } = await openChapter();
    const { code, root } = await snippet(PLAIN);
    await code.focus();
    await page.keyboard.press('Control+Enter');
    await root.locator('[data-phase="playing"]').first().waitFor();
  });

  it('leaves the arrow keys to the playhead', async () => {
    const { page, snippet } = await openChapter({ reducedMotion: 'reduce' });
    const { button, root } = await snippet(PLAIN);
    await button('Run').focus();
    await page.keyboard.press('Enter');
    await root.locator('[data-phase="watched"]').waitFor();
    await page.keyboard.press('ArrowRight');
    await eventually(() => root.locator('.rv-clock span').textContent()).toMatch(/^step 1 of/);
  });
});

describe('the ways out', () => {
  it('copies the code', async () => {
    const { page, snippet } = await openChapter({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const { button, text, root } = await snippet(PLAIN);
    await button('Copy the code').click();
    await root.getByText('Copied.').waitFor({ state: 'attached' });
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`${await text()}\n`);
  });

  it('downloads it under a name that Python can import', async () => {
    const { page, snippet } = await openChapter();
    const downloading = page.waitForEvent('download');
    await (await snippet(PLAIN)).button('Download as a .py file').click();
    expect((await downloading).suggestedFilename()).toBe('first_await.py');
  });
});
