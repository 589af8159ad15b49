/** The main paths in the system's own Firefox, driven by WebDriver BiDi. */
import { describe, expect, it } from 'vitest';
import { eventually, settled, useChapter, withAnswerShown } from './chapter-page.ts';
import { colourOfEachCharacter } from './code-on-screen.ts';
import { launchFirefox } from './launch-firefox.ts';
import { usePlayground } from './playground-page.ts';
import { visitOnce } from './visit-once.ts';

const THREADS = `import asyncio, time

async def main():
    work = [asyncio.to_thread(time.sleep, seconds) for seconds in (1, 2, 3)]
    await asyncio.gather(*work)
    print("all three")

asyncio.run(main())
`;

const TASKS = `import asyncio

async def main():
    await asyncio.gather(asyncio.sleep(2), asyncio.sleep(1))
    print("both")

asyncio.run(main())
`;

describe('Firefox', () => {
  const open = useChapter(launchFirefox);
  const openPlayground = usePlayground(open);

  it('opens every kind of page, and has nothing to complain of', async () => {
    const { page } = await open({ path: '' });
    const home = page.url();
    for (const path of ['tasks/', 'glossary/', 'recipes/', 'flashcards/', 'progress/', 'embed/']) {
      await page.goto(`${home}${path}`);
      expect(await page.title()).toContain('Loopscope');
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        path,
      ).toBeLessThanOrEqual(0);
    }
  });

  it('plays an unedited snippet at its virtual times, without an engine', async () => {
    const { page, snippet, requests } = await open({
      prepare: (context) => context.clock.install(),
    });
    const { button, root, shownLines } = await snippet('coroutines/first-await');
    await page.clock.pauseAt(Date.now() + 60_000);
    await button('Run').click();
    await eventually(async () => {
      await page.clock.runFor(20);
      return root.locator('[data-phase="playing"]').count();
    }).toBe(1);
    await page.clock.runFor(2_700);
    expect(await shownLines()).toBe(1);
    await page.clock.runFor(400);
    expect(await shownLines()).toBe(3);
    expect(requests.filter((path) => /engine|monaco/.test(path))).toEqual([]);
  });

  it('edits in Monaco, and runs what was written in CPython', async () => {
    const { page, snippet } = await open();
    const { root, code, edit, write, lines, button } = await snippet('coroutines/first-await');
    await edit();
    expect(await code.locator('.view-line').count()).toBeGreaterThan(5);
    await write('import sys, time\nprint(sys.version[:5])\ntime.sleep(2)\nprint("late")');
    await page.keyboard.press('Control+Enter');
    await root.locator('.snippet-difference').waitFor();
    expect(await lines.filter({ hasText: 'Added' }).allInnerTexts()).toEqual([
      expect.stringMatching(/^0\.000.*3\.14\.$/s),
      expect.stringMatching(/^2\.000.*late$/s),
    ]);
    await page.reload();
    await root.scrollIntoViewIfNeeded();
    await code.getByText('late').waitFor();
    await button('Reset').click();
    await code.getByText('brewing').first().waitFor();
  });

  it('steps through the loop, forward and back', async () => {
    const name = 'coroutines/three-together';
    const { page, snippet } = await open({ prepare: withAnswerShown(name) });
    const { root } = await snippet(name);
    await root.getByRole('button', { name: 'Inside the loop' }).click();
    await root.locator('.rv-inspector').waitFor();
    const slider = root.getByRole('slider');
    await slider.press('Home');
    await settled(page);
    const comment = root.locator('.rv-comment');
    const told: (string | null)[] = [];
    for (let step = 0; step < 8; step += 1) {
      await slider.press('ArrowRight');
      await settled(page);
      told.push(await comment.textContent());
    }
    expect(new Set(told).size).toBeGreaterThan(4);
    for (const text of told.slice(0, -1).reverse()) {
      await slider.press('ArrowLeft');
      await settled(page);
      expect(await comment.textContent()).toBe(text);
    }
    await slider.press('End');
    await eventually(() => root.locator('.rv-clock b').textContent()).toBe('4.500 s');
  });

  it('shows a program from a link, and runs it when asked', async () => {
    const author = await openPlayground();
    await author.write(THREADS);
    const link = new URL(await author.link());
    const { lines, run, text, tabs } = await openPlayground({ path: `playground/${link.hash}` });
    await eventually(text).toBe(THREADS);
    expect(await tabs()).toBe('main.py [main-2.py]');
    expect(await lines.count()).toBe(0);
    await run();
    expect(await lines.allInnerTexts()).toEqual([
      expect.stringMatching(/^3\.000\s+all three$/),
      expect.stringMatching(/^3\.000\s+■\s+Ended\.$/),
    ]);
  });

  it('stops a program that never ends, and runs the next', async () => {
    // Firefox itself says "uncaught exception: undefined" of a worker that is ended while Python
    // runs on a stack of its own; no event of it reaches the page.
    const { write, run, button, lines } = await openPlayground({ complains: true });
    await write('print("before", flush=True)\nwhile True: pass');
    await button('Run').click();
    await lines.getByText('before').waitFor();
    await button('Stop').first().click();
    await lines.getByText('Stopped by you.').waitFor();
    await write(TASKS);
    await run();
    await lines.getByText('both').waitFor();
  });

  it('filters the glossary, and searches the course', async () => {
    const { page } = await open({ path: 'glossary/' });
    const terms = page.locator('[data-entry]:not([hidden]) h3');
    await page.getByLabel('Filter', { exact: true }).fill('semaphore');
    await eventually(() => terms.allInnerTexts()).toEqual(
      expect.arrayContaining(['bounded semaphore', 'semaphore']),
    );
    await page.locator('ls-search button.open:enabled').click();
    await page.getByRole('searchbox', { name: 'Search the course' }).fill('bounded semaphore');
    await page.locator('dialog[open] a[href$="#bounded-semaphore"]').first().click();
    await page.locator(':target', { hasText: 'bounded semaphore' }).waitFor();
  });

  it('asks a flashcard, and knows the answer after a reload', async () => {
    const { page } = await open({ path: 'flashcards/' });
    const fresh = () => page.locator('[data-deck="Everything"] [data-count="new"]').textContent();
    await page.locator('[data-ready]').waitFor();
    expect(await fresh()).toBe('10');
    await page.getByRole('button', { name: 'Study Everything' }).click();
    await page.keyboard.press('Space');
    await page.getByRole('group', { name: 'How well did you know it?' }).waitFor();
    await page.keyboard.press('4');
    await page.getByRole('button', { name: 'Show the answer' }).waitFor();
    await page.reload();
    await eventually(fresh).toBe('9');
  });

  it('is dark when asked, the code as well, and stays so', async () => {
    const { page, snippet } = await open();
    const { code } = await snippet('coroutines/first-await');
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = { paper: await paper(), code: await colourOfEachCharacter(code) };
    await page.getByLabel('Select theme').filter({ visible: true }).selectOption('dark');
    await eventually(() => colourOfEachCharacter(code)).not.toEqual(light.code);
    expect(await paper()).not.toBe(light.paper);
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  it('has the course, the search and the engine without a network, after one visit', async () => {
    const { page: other } = await open({ path: '', serviceWorkers: 'allow' });
    const { page, url, said } = await visitOnce(other.context(), '');
    await page.goto(`${url}coroutines/whole/`);
    await page.locator('[data-snippet="coroutines/first-await"]').waitFor();
    await page.locator('ls-search button.open:enabled').click();
    await page.keyboard.type('awaitable');
    await page.locator('dialog[open] a').first().waitFor();
    await page.goto(`${url}playground/`);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('tea is ready').first().waitFor();
    expect(said).toEqual([]);
  });
});

describe('Firefox without stack switching', () => {
  const open = usePlayground(
    useChapter(() => launchFirefox({ 'javascript.options.wasm_js_promise_integration': false })),
  );

  it('says so where a program starts a thread, and runs what needs none', async () => {
    const { write, run, lines } = await open();
    await write(THREADS);
    await run();
    await lines
      .getByText(/this browser cannot switch stacks .*Firefox 153/)
      .first()
      .waitFor();
    await write(TASKS);
    await run();
    await lines.getByText('both').waitFor();
  });
});

describe('Firefox without JavaScript', () => {
  const open = useChapter(() => launchFirefox({ 'javascript.enabled': false }));

  it('shows programs, outputs and timelines, and no button that does nothing', async () => {
    const { page } = await open({ path: 'coroutines/whole/' });
    const snippet = page.locator('[data-snippet="coroutines/first-await"]');
    await snippet.locator('.snippet-lines').getByText('espresso is ready').waitFor();
    expect(await snippet.locator('svg.ls-timeline-drawing').first().isVisible()).toBe(true);
    expect(await page.locator('button, select').filter({ visible: true }).count()).toBe(0);
  });
});
