import type { BrowserContextOptions, Locator } from 'playwright';
import { describe, expect, it } from 'vitest';
import {
  type ChapterOptions,
  eventually,
  settled,
  useChapter,
  withAnswerShown,
} from './chapter-page.ts';

const open = useChapter();

/** Three uploads at once, 4.5 s, seven lines of output. */
const TOGETHER = 'coroutines/three-together';
const openChapter = (options: ChapterOptions = {}) =>
  open({ prepare: withAnswerShown(TOGETHER), ...options });
/** `time.sleep` holds the loop for its first three seconds, on line 8. */
const BLOCKING = 'coroutines/await-blocking-call';

interface WatchOptions {
  readonly name?: string;
  readonly context?: BrowserContextOptions;
}

/** Where motion is unwelcome, nothing moves by itself: the playhead stands at the start. */
async function watch({ name = TOGETHER, context = {} }: WatchOptions = {}) {
  const chapter = await openChapter({ reducedMotion: 'reduce', ...context });
  const snippet = await chapter.snippet(name);
  await snippet.root.getByRole('button', { name: 'Inside the loop' }).click();
  await snippet.root.locator('.rv-inspector').waitFor();
  return { ...chapter, ...snippet, ...viewIn(snippet.root) };
}

function viewIn(root: Locator) {
  return {
    slider: root.getByRole('slider'),
    tracks: root.locator('.rv-tracks'),
    comment: root.locator('.rv-comment'),
    spoken: root.locator('.rv [role="status"]'),
    mark: (state: string) => root.locator(`.snippet-mark[data-state="${state}"]`),
    step: async () => Number((await root.locator('.rv-clock span').textContent())?.split(' ')[1]),
    clock: () => root.locator('.rv-clock b').textContent(),
  };
}

describe('watching the loop', () => {
  it('plays the run at its virtual times, with code and output in step', async () => {
    const { page, snippet } = await openChapter({
      prepare: async (context) => {
        await withAnswerShown(TOGETHER)(context);
        await context.clock.install();
      },
    });
    const { root, shownLines, lines } = await snippet(TOGETHER);
    const { clock } = viewIn(root);
    await page.clock.pauseAt(Date.now() + 60_000);
    await root.getByRole('button', { name: 'Run', exact: true }).click();
    // Frames come from the same clock.
    await eventually(async () => {
      await page.clock.runFor(20);
      return root.locator('[data-phase="playing"]').count();
    }).toBe(1);
    await page.clock.runFor(1_600);
    const seconds = Number.parseFloat((await clock()) ?? '');
    expect(seconds).toBeGreaterThan(1.5);
    expect(seconds).toBeLessThan(1.75);
    expect(await shownLines()).toBe(1);
    expect(await root.locator('.snippet-mark').count()).toBe(2);
    await page.clock.runFor(3_500);
    expect(await root.locator('[data-phase="watched"]').count()).toBe(1);
    expect(await clock()).toBe('0.000 s');
    expect(await shownLines()).toBe(await lines.count());
  });

  it('steps forward and back, and each step forward and back is the same moment', async () => {
    const { page, slider, comment, step } = await watch();
    const told: (string | null)[] = [];
    for (let index = 0; index < 12; index += 1) {
      await slider.press('ArrowRight');
      await settled(page);
      told.push(await comment.textContent());
    }
    expect(await step()).toBe(12);
    for (const text of told.slice(0, -1).reverse()) {
      await slider.press('ArrowLeft');
      await settled(page);
      expect(await comment.textContent()).toBe(text);
    }
  });

  it('goes by time with Shift, to both ends with Home and End, and says so', async () => {
    const { page, slider, clock, spoken, step } = await watch();
    const press = async (key: string) => {
      await slider.press(key);
      await settled(page);
    };
    await press('Shift+ArrowRight');
    expect(await clock()).toBe('0.000 s');
    await press('Shift+ArrowRight');
    expect(await clock()).toBe('1.500 s');
    expect(await spoken.textContent()).toMatch(/^1\.500 s: step \d+ of \d+: \S/);
    await press('Shift+ArrowLeft');
    expect(await clock()).toBe('0.000 s');
    await press('End');
    expect(await clock()).toBe('4.500 s');
    await press('Home');
    expect(await step()).toBe(0);
  });

  it('follows a drag over the timeline, and is silent meanwhile', async () => {
    const { page, tracks, clock, spoken } = await watch();
    const before = await spoken.textContent();
    const box = await tracks.boundingBox();
    if (!box) throw new Error('expected the tracks to be in view');
    await page.mouse.move(box.x + box.width * 0.1, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + 10, { steps: 4 });
    await page.mouse.up();
    await settled(page);
    expect(Math.abs(Number.parseFloat((await clock()) ?? '') - 2.25)).toBeLessThan(0.02);
    expect(await spoken.textContent()).toBe(before);
  });

  it('lights what belongs to what is pointed at', async () => {
    const { page, root, slider, lines } = await watch();
    await slider.press('End');
    await settled(page);
    await lines.first().hover();
    await settled(page);
    expect(await lines.first().getAttribute('data-highlighted')).toBe('true');
    const highlighted = root.locator('.rv-label[data-highlighted]');
    expect(await highlighted.count()).toBe(1);
    expect(await root.locator('.snippet-mark[data-state="highlighted"]').count()).toBe(1);
    await root.locator('.rv-label').nth(1).hover();
    await settled(page);
    expect(await lines.locator('visible=true').count()).toBeGreaterThan(2);
    expect(await root.locator('.snippet-line[data-highlighted]').count()).toBe(2);
  });

  it('shows what an explanation speaks of', async () => {
    const { page, root, clock, mark } = await watch({ name: BLOCKING });
    await root.locator('.verdict button').click();
    await settled(page);
    expect(await clock()).toBe('0.000 s');
    expect(await root.locator('.rv-band').count()).toBe(1);
    expect(await root.locator('.rv-now').textContent()).toContain('blocks the loop');
    expect(await mark('highlighted').or(mark('blocked')).count()).toBeGreaterThan(0);
  });

  it('zooms with keys and with buttons, and back to the whole run', async () => {
    const { page, root, slider } = await watch();
    const end = root.locator('.rv-axis .end-text');
    expect(await end.count()).toBe(1);
    await slider.press('+');
    await settled(page);
    expect(await end.count()).toBe(0);
    await root.getByRole('button', { name: 'Show the whole run' }).click();
    await settled(page);
    expect(await end.count()).toBe(1);
  });

  it('draws by steps what lies on one spot by the clock, with one scale for all', async () => {
    const { page, root, slider, clock, step } = await watch();
    const axis = root.locator('.rv-axis .end-text');
    expect(await axis.textContent()).toBe('4.500 s');
    const ticks = await root.locator('.rv-tracks .tick').count();
    await slider.press('ArrowRight');
    await slider.press('ArrowRight');
    await root.getByRole('button', { name: 'by steps' }).click();
    await settled(page);
    const last = Number((await axis.textContent())?.split(' ')[0]);
    expect(await step()).toBe(2);
    expect(await clock()).toBe('0.000 s');
    expect(await slider.getAttribute('aria-label')).toBe('Step');
    expect(await root.locator('.rv-tracks .tick').count()).toBeLessThan(ticks);
    const at = (selector: string) =>
      root.locator(selector).evaluate((element) => Number.parseFloat(element.style.left));
    expect(await at('.rv-playhead')).toBeCloseTo((2 / last) * 100, 1);
    expect(Number(await slider.inputValue()) / 10_000).toBeCloseTo(2 / last, 2);
    await root.getByRole('button', { name: 'by the clock' }).click();
    await slider.press('Shift+ArrowRight');
    await slider.press('Shift+ArrowRight');
    await settled(page);
    expect(await at('.rv-playhead')).toBeCloseTo((1.5 / 4.5) * 100, 1);
    expect(Number(await slider.inputValue()) / 10_000).toBeCloseTo(1.5 / 4.5, 2);
  });

  it('is a table for those who would rather read', async () => {
    const { page, root } = await watch();
    await root.getByRole('button', { name: 'As a table' }).click();
    await settled(page);
    const cells = root.locator('.rv-table tbody tr').filter({ hasText: 'sleep' });
    expect(await cells.count()).toBe(6);
    const counts = root.getByRole('list', { name: 'The run in numbers' });
    expect(await counts.getByRole('listitem').allTextContents()).toEqual([
      '4 tasks',
      '11 task steps',
      'at most 4 tasks at once',
    ]);
    const spent = root.getByRole('table', { name: 'Where the time went' });
    const rows = await spent.getByRole('row').allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, ' '))).toEqual([
      'task running waiting ready blocked',
      'main 0.000 4.500 0.000 0.000',
      'upload("Alps", 2.25) 0.000 4.500 0.000 0.000',
      'upload("Beach", 1.75) 0.000 3.500 0.000 0.000',
      'upload("Cats", 1.5) 0.000 3.000 0.000 0.000',
      'together 0.000 15.500 0.000 0.000',
    ]);
    expect(await root.locator('.rv-tracks').count()).toBe(0);
  });

  it('can be used with the keyboard alone', async () => {
    const { page, root, step } = await watch();
    await root.getByRole('button', { name: 'To the start' }).focus();
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('verdict-line');
    await root.getByRole('slider').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await step()).toBe(1);
    const reached: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.evaluate(() => {
          const element = document.activeElement;
          return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
        }),
      );
    }
    expect(reached.join(' | ')).toMatch(
      /Time \|.*main \|.*by steps \|.*Zoom in \|.*As a table \|.*Inside the loop/s,
    );
  });

  it('does not move by itself where motion is unwelcome', async () => {
    const { page, root, step } = await watch();
    await settled(page);
    expect(await step()).toBe(0);
    await root.getByRole('button', { name: 'Run', exact: true }).click();
    await settled(page);
    expect(await root.getByRole('button', { name: 'Play', exact: true }).isVisible()).toBe(true);
    expect(await root.locator('.snippet-line[data-waiting]').count()).toBe(0);
  });

  it('fits a telephone', async () => {
    const { root } = await watch({ context: { viewport: { width: 390, height: 844 } } });
    const wide = await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
});

describe('watching a program of one’s own', () => {
  it('lights what belongs to the line under the pointer in an open editor', async () => {
    const { snippet } = await openChapter({ reducedMotion: 'reduce' });
    const { root, edit, button } = await snippet(TOGETHER);
    await root.getByRole('button', { name: 'Inside the loop' }).click();
    await root.locator('.rv-inspector').waitFor();
    await root.getByRole('slider').press('End');
    await edit();
    await root.locator('.view-line', { hasText: 'print' }).first().hover();
    const highlighted = root.locator('.snippet-line[data-highlighted]');
    await eventually(() => highlighted.count()).toBeGreaterThan(0);
    expect(await root.locator('.snippet-mark[data-state="highlighted"]').count()).toBe(1);
    await button('Run').hover();
    await eventually(() => highlighted.count()).toBe(0);
  });

  it('plays the run of the edited code, and lights its lines', async () => {
    const { page, snippet } = await openChapter({ reducedMotion: 'reduce' });
    const { root, button, edit, write } = await snippet(TOGETHER);
    await edit();
    await write(
      [
        'import asyncio',
        'door = asyncio.Lock()',
        'async def enter(who):',
        '    async with door:',
        '        await asyncio.sleep(1)',
        '        print(who)',
        'async def main():',
        '    await asyncio.gather(enter("a"), enter("b"))',
        'asyncio.run(main())',
      ].join('\n'),
    );
    await button('Run').click();
    await root.locator('.snippet-difference').waitFor();
    await root.getByRole('button', { name: 'Inside the loop' }).click();
    const slider = root.getByRole('slider');
    const printed = root.locator('.snippet-line[data-output]:not([data-waiting])');
    await slider.press('Home');
    await slider.press('Shift+ArrowRight');
    await eventually(() => root.locator('.rv-inspector').textContent()).toContain('door');
    expect(await root.locator('.rv-inspector').textContent()).toMatch(/held by enter\("a"\)/);
    await settled(page);
    expect(await root.locator('.snippet-mark[data-state="waiting"]').count()).toBe(3);
    await slider.press('End');
    await eventually(() => printed.count()).toBe(2);
  });
});
