import type { Locator } from 'playwright';
import { describe, expect, it } from 'vitest';
import { type Chapter, eventually, settled, useChapter, wake } from './chapter-page.ts';
import { colourOfEachCharacter, placeOfEachLine } from './code-on-screen.ts';

const openChapter = useChapter();

const PLAIN = 'coroutines/first-await';
const OTHER = 'coroutines/forgotten-await';

const HELLO = 'import time\nprint("hello")\ntime.sleep(2)\nprint("late")';

describe('clicking into the code', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    it(`puts Monaco in its place without moving a line or changing a colour, ${colorScheme}`, async () => {
      const { page, snippet } = await openChapter({ colorScheme });
      const { code, root, edit } = await snippet(PLAIN);
      await root.scrollIntoViewIfNeeded();
      const frame = await root.boundingBox();
      const places = await placeOfEachLine(code);
      const colours = await colourOfEachCharacter(code);
      await edit();
      expect(await root.boundingBox()).toEqual(frame);
      const placesNow = await placeOfEachLine(code);
      expect(placesNow.length).toBe(places.length);
      for (const [at, place] of places.entries()) {
        expect(Math.abs((placesNow[at]?.left ?? -99) - place.left)).toBeLessThan(0.5);
        expect(Math.abs((placesNow[at]?.top ?? -99) - place.top)).toBeLessThan(0.5);
        expect(Math.abs((placesNow[at]?.right ?? -99) - place.right)).toBeLessThan(0.5);
      }
      await page.mouse.move(0, 0);
      expect(await colourOfEachCharacter(code)).toEqual(colours);
    });
  }

  it('puts the caret where the click was', async () => {
    const { page, snippet } = await openChapter();
    const { code, root, text } = await snippet(PLAIN);
    await root.scrollIntoViewIfNeeded();
    const [, second] = await placeOfEachLine(code);
    if (!second) throw new Error('expected a second line of code');
    await page.mouse.click(second.right + 20, second.top + 8);
    await root.locator('[data-mode="editing"]').waitFor();
    await page.keyboard.insertText('  # here');
    expect((await text()).split('\n').find((line) => line.includes('# here'))).toMatch(
      /^async def brew\(drink\): {2}# here$/,
    );
  });

  it('does not open the editor for a reader who selects text', async () => {
    const { page, snippet } = await openChapter();
    const { code, root } = await snippet(PLAIN);
    await root.scrollIntoViewIfNeeded();
    const [first] = await placeOfEachLine(code);
    if (!first) throw new Error('expected a line of code');
    await page.mouse.move(first.left + 2, first.top + 8);
    await page.mouse.down();
    await page.mouse.move(first.right, first.top + 8, { steps: 5 });
    await page.mouse.up();
    expect(await code.getAttribute('data-mode')).toBe('listing');
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('import');
  });

  it('follows the theme of the site while it is open', async () => {
    const { page, snippet } = await openChapter({ colorScheme: 'light' });
    const { code, edit } = await snippet(PLAIN);
    await edit();
    const light = await colourOfEachCharacter(code);
    await page.getByLabel('Select theme').filter({ visible: true }).selectOption('dark');
    await eventually(() => colourOfEachCharacter(code)).not.toEqual(light);
    const dark = await openChapter({ colorScheme: 'dark' });
    expect(await colourOfEachCharacter(code)).toEqual(
      await colourOfEachCharacter((await dark.snippet(PLAIN)).code),
    );
  });

  it('lets the page scroll under the pointer', async () => {
    const { page, snippet } = await openChapter();
    const { code, edit } = await snippet(PLAIN);
    await edit();
    await code.hover();
    const before = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, 300);
    await eventually(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
  });

  it('grows with its text, and scrolls in a box at most a screen high', async () => {
    const { page, snippet } = await openChapter();
    const { code, edit, write } = await snippet(PLAIN);
    await edit();
    await write(Array.from({ length: 60 }, (_, at) => `x = ${at}`).join('\n'));
    await eventually(() => code.evaluate((box) => box.scrollHeight)).toBeGreaterThanOrEqual(
      60 * 22,
    );
    expect((await code.boundingBox())?.height).toBeLessThan(page.viewportSize()?.height ?? 0);
    await eventually(() => code.locator('.view-line').count()).toBe(60);
  });

  it('leaves only one editor on the page, and the edit in its listing', async () => {
    const { page, snippet } = await openChapter();
    const one = await snippet(PLAIN);
    const other = await snippet(OTHER);
    await one.edit();
    await one.write(HELLO);
    await other.edit();
    await one.root.locator('[data-mode="listing"]').waitFor();
    expect(await page.locator('.monaco-editor[role="code"], .monaco-editor').count()).toBe(1);
    expect(await one.text()).toBe(HELLO);
    expect(await one.code.locator('[data-listing]:not([hidden]) span').count()).toBeGreaterThan(3);
  });
});

describe('running edited code', () => {
  it('gives what Python prints, with its times, against the original', async () => {
    const { page, snippet } = await openChapter();
    const { root, edit, write, lines } = await snippet(PLAIN);
    await edit();
    await write(HELLO);
    await page.keyboard.press('Control+Enter');
    await root.locator('.snippet-difference').waitFor();
    expect(await root.locator('.snippet-difference').textContent()).toBe(
      'Different from the original: 2 lines added, 2 lines missing, ended at 2.000 instead of 3.000.',
    );
    const printed = await lines.allInnerTexts();
    expect(printed.filter((line) => line.includes('Added'))).toEqual([
      expect.stringMatching(/^0\.000[\s\S]*hello$/),
      expect.stringMatching(/^2\.000[\s\S]*late$/),
    ]);
  });

  it('says so when the output is the same', async () => {
    const { page, snippet } = await openChapter();
    const { root, edit } = await snippet(PLAIN);
    await edit();
    await page.keyboard.press('Control+End');
    await settled(page);
    await page.keyboard.insertText('  # a comment');
    await page.keyboard.press('Control+Enter');
    await root.getByText('Same output as the original, at the same times.').first().waitFor();
  });

  it('marks the line of an exception, also after lines have been put in above it', async () => {
    const { page, snippet } = await openChapter();
    const { root, edit, write, code } = await snippet(PLAIN);
    await edit();
    await write('x = 1\ny = 2\n1 / 0');
    await page.keyboard.press('Control+Enter');
    await root.getByText('Ended by a ZeroDivisionError on line 3.').first().waitFor();
    await expectMarkOnLine(code, 3);
    await page.keyboard.press('Control+Home');
    await settled(page);
    await page.keyboard.insertText('# above\n');
    await expectMarkOnLine(code, 4);
  });

  it('marks the line of a SyntaxError', async () => {
    const { page, snippet } = await openChapter();
    const { root, edit, write, code } = await snippet(PLAIN);
    await edit();
    await write('x = 1\nprint(');
    await page.keyboard.press('Control+Enter');
    await root.getByText('Ended by a SyntaxError on line 2.').first().waitFor();
    await expectMarkOnLine(code, 2);
  });

  it('stops `while True: pass`, and keeps what was printed', async () => {
    const { page, snippet } = await openChapter();
    const { root, edit, write, button, lines } = await snippet(PLAIN);
    await edit();
    await write('print("so far", flush=True)\nwhile True: pass');
    await page.keyboard.press('Control+Enter');
    await lines.getByText('so far').waitFor();
    await button('Stop').first().click();
    await root.getByText('Stopped by you.').first().waitFor();
    expect(await lines.getByText('so far').isVisible()).toBe(true);
    await button('Run').waitFor();
  });

  it('tells a deadlock, and who waits', async () => {
    const { page, snippet } = await openChapter();
    const { root, edit, write } = await snippet(PLAIN);
    await edit();
    await write(
      'import asyncio\n\nasync def main():\n    await asyncio.Event().wait()\n\nasyncio.run(main())',
    );
    await page.keyboard.press('Control+Enter');
    await root
      .getByText(/^Deadlock/)
      .first()
      .waitFor();
    expect(await root.locator('.verdict').textContent()).toContain('main');
  });

  it('fetches the standard library when a program needs it, and not before', async () => {
    let fetched = 0;
    const { page, snippet } = await openChapter({
      prepare: (context) =>
        context.route('**/python_stdlib.zip', (route) => {
          fetched += 1;
          return route.continue();
        }),
    });
    const { lines, edit, write } = await snippet(PLAIN);
    await edit();
    await write('print("plain")');
    await page.keyboard.press('Control+Enter');
    await lines.filter({ hasText: 'plain' }).waitFor();
    expect(fetched).toBe(0);
    await write('import statistics\nprint(statistics.mean([1, 2]))');
    await page.keyboard.press('Control+Enter');
    await lines.filter({ hasText: '1.5' }).waitFor();
    expect(fetched).toBe(1);
  });

  it('says that the network is missing where the standard library cannot be fetched', async () => {
    let isOnline = false;
    const { page, snippet } = await openChapter({
      complains: true,
      prepare: (context) =>
        context.route('**/python_stdlib.zip', (route) =>
          isOnline ? route.continue() : route.fulfill({ status: 503 }),
        ),
    });
    const { lines, edit, write } = await snippet(PLAIN);
    await edit();
    await write(`try:
    import email.mime.text
except ImportError as error:
    print(error.name, error)
print("goes on")`);
    await page.keyboard.press('Control+Enter');
    await lines.filter({ hasText: 'goes on' }).waitFor();
    expect(await lines.filter({ hasText: 'the network seems to be missing' }).count()).toBe(1);
    await write('import statistics');
    await page.keyboard.press('Control+Enter');
    await lines.filter({ hasText: "ImportError: cannot import 'statistics'" }).waitFor();
    isOnline = true;
    await write('import statistics\nprint(statistics.mean([1, 2]))');
    await page.keyboard.press('Control+Enter');
    await lines.filter({ hasText: '1.5' }).waitFor();
  });

  it('loses nothing where Python cannot be loaded', async () => {
    const { page, snippet } = await openChapter({
      complains: true,
      prepare: (context) => context.route('**/engine/**', (route) => route.abort()),
    });
    const { root, edit, write, text } = await snippet(PLAIN);
    await edit();
    await write(HELLO);
    await page.keyboard.press('Control+Enter');
    await root.locator('.snippet-notice').waitFor();
    expect(await root.locator('.snippet-notice').textContent()).toMatch(/could not be started/);
    expect(await text()).toBe(HELLO);
  });

  it('loses nothing where Monaco cannot be loaded: a plain text area stands in', async () => {
    const { page, snippet } = await openChapter({
      complains: true,
      prepare: (context) => context.route('**/monaco-*.js', (route) => route.abort()),
    });
    const { root, edit, write, code } = await snippet(PLAIN);
    await edit();
    expect(await code.locator('textarea').isVisible()).toBe(true);
    await write(HELLO);
    await page.keyboard.press('Control+Enter');
    await root.locator('.snippet-difference').waitFor();
  });
});

describe('an edit', () => {
  it('survives a reload, is marked, and is highlighted', async () => {
    const { page, snippet } = await openChapter();
    const { root, edit, write, text, code } = await snippet(PLAIN);
    await edit();
    await write(HELLO);
    await page.reload();
    await wake(root);
    await root.getByText('edited').waitFor();
    expect(await text()).toBe(HELLO);
    await code.locator('[data-listing]:not([hidden]) span').first().waitFor();
  });

  it('can be reset, and the reset undone', async () => {
    const { snippet } = await openChapter();
    const { edit, write, text, button } = await snippet(PLAIN);
    const original = await text();
    await edit();
    await write(HELLO);
    await button('Reset').click();
    await eventually(text).toBe(original);
    await button('Undo reset').click();
    await eventually(text).toBe(HELLO);
    await button('Done editing').click();
    await button('Edit').waitFor();
    expect(await text()).toBe(HELLO);
  });

  it('of an older version of the snippet is offered, not applied and not lost', async () => {
    const stored = JSON.stringify({ source: 'older', current: HELLO, older: null });
    const { snippet } = await openChapter({
      prepare: (context) =>
        context.addInitScript(([key, value]) => localStorage.setItem(key, value), [
          `loopscope:edit:${PLAIN}`,
          stored,
        ] as const),
    });
    const { root, text, button } = await snippet(PLAIN);
    await root.getByText('The original has changed since you edited it.').waitFor();
    expect(await text()).toContain('brew');
    await button('Bring my edit back').click();
    await eventually(text).toBe(HELLO);
  });

  it('is kept in memory, and the reader told, where the browser forbids storage', async () => {
    const { snippet } = await openChapter({
      prepare: (context) =>
        context.addInitScript(() => {
          const setItem = Storage.prototype.setItem;
          Storage.prototype.setItem = function (key, value) {
            if (!key.startsWith('loopscope:')) return setItem.call(this, key, value);
            throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
          };
        }),
    });
    const { root, edit, write, text, button } = await snippet(PLAIN);
    await edit();
    await write(HELLO);
    await root.getByText('does not let the page store your edit').waitFor();
    await button('Done editing').click();
    await button('Edit').waitFor();
    expect(await text()).toBe(HELLO);
  });
});

describe('with the keyboard alone', () => {
  it('goes in by Enter, out by Escape, and Tab is no trap once Ctrl+M is pressed', async () => {
    const chapter = await openChapter();
    const { page, snippet } = chapter;
    const { code, root } = await snippet(PLAIN);
    await code.focus();
    await page.keyboard.press('Enter');
    await root.locator('[data-mode="editing"]').waitFor();
    expect(await root.locator('.snippet-hint').textContent()).toContain('Tab indents');
    await page.keyboard.press('Control+m');
    await root.getByText('moves on').waitFor();
    await page.keyboard.press('Tab');
    expect(await focusIsIn(chapter, '.snippet-editor')).toBe(false);
    await page.keyboard.press('Shift+Tab');
    expect(await focusIsIn(chapter, '.snippet-editor')).toBe(true);
    await page.keyboard.press('Escape');
    await root.locator('[data-mode="listing"]').waitFor();
    expect(await focusIsIn(chapter, '.snippet-code')).toBe(true);
  });

  it('remembers what Tab should do', async () => {
    const { page, snippet } = await openChapter();
    const { edit, root } = await snippet(PLAIN);
    await edit();
    await page.keyboard.press('Control+m');
    await root.getByText('moves on').waitFor();
    await page.reload();
    await wake(root);
    await edit();
    expect(await root.locator('.snippet-hint').textContent()).toContain('Tab moves on');
  });
});

describe('on a touch screen', () => {
  it('edits in a plain text area, set like the listing, and loads no Monaco', async () => {
    const { snippet, requests } = await openChapter({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 800 },
    });
    const { code, root, button, lines } = await snippet(PLAIN);
    await root.scrollIntoViewIfNeeded();
    const height = (await code.boundingBox())?.height;
    const [first] = await placeOfEachLine(code);
    await code.locator('[data-listing] code').tap({ position: { x: 5, y: 20 } });
    const area = code.locator('textarea');
    await area.waitFor();
    expect((await code.boundingBox())?.height).toBe(height);
    const left = (await area.boundingBox())?.x ?? -99;
    expect(Math.abs(left - (first?.left ?? 99))).toBeLessThanOrEqual(1);
    for (const attribute of ['autocapitalize', 'autocorrect', 'spellcheck']) {
      expect(await area.getAttribute(attribute)).toMatch(/off|false/);
    }
    await area.fill('print("by thumb")');
    await button('Run').tap();
    await lines.getByText('by thumb').waitFor();
    expect(requests.filter((path) => path.includes('monaco'))).toEqual([]);
  });
});

/** Lines are 22 pixels high, below 12 of padding. */
async function expectMarkOnLine(code: Locator, line: number) {
  const markedLine = () =>
    code.evaluate((box) => {
      const topOf = (selector: string) => box.querySelector(selector)?.getBoundingClientRect().top;
      const fromTop = (topOf('.snippet-mark') ?? Number.NaN) - (topOf('.snippet-gutter') ?? 0);
      return (fromTop - 12) / 22 + 1;
    });
  await eventually(markedLine).toBeCloseTo(line, 1);
}

function focusIsIn({ page }: Chapter, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, selector);
}
