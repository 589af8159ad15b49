/** Predicting by drawing: when each bar ends, and who runs at a moment. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import { eventually, useChapter } from './chapter-page.ts';

const open = useChapter();

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Three uploads at once, of 4.5, 3.5 and 3 seconds, on a picture of 12. */
const TOGETHER = 'coroutines/three-together';
/** Who runs at 2.5 seconds: the printer of bills. */
const RUNS = { name: 'blocking/one-offender', path: 'blocking/whole/' };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function drawing(context: Parameters<typeof open>[0] = {}) {
  const { page, snippet } = await open(context);
  const { root, button, shownLines } = await snippet(TOGETHER);
  const sliders = root.locator('.snippet-question').getByRole('slider');
  // What is drawn on takes the place of what the build drew of it.
  await page.waitForLoadState('networkidle');
  await sliders.first().scrollIntoViewIfNeeded();
  return { page, root, button, shownLines, sliders, text: valueTexts(sliders) };
}

const valueTexts = (sliders: Locator) => () =>
  sliders.evaluateAll((all) => all.map((each) => each.getAttribute('aria-valuetext')));

/** Where a time lies on the screen, on the lane of a slider. */
async function pointAt(slider: Locator, seconds: number) {
  const tracks = await slider
    .locator('xpath=ancestor::*[contains(@class, "tracks")]')
    .boundingBox();
  const lane = await slider.boundingBox();
  if (!tracks || !lane) throw new Error('expected lanes on the screen');
  return { x: tracks.x + (tracks.width * seconds) / 12, y: lane.y + lane.height / 2 };
}

it('bars are dragged to their ends, the truth is laid over them, and the differences are named', async () => {
  const { page, root, button, shownLines, sliders, text } = await drawing();
  expect(await text()).toEqual(Array(3).fill('not drawn yet'));
  expect(await shownLines()).toBe(0);
  for (const [at, seconds] of [4.5, 8, 3].entries()) {
    expect(await button('Check').isDisabled()).toBe(true);
    const from = await pointAt(sliders.nth(at), 0);
    const to = await pointAt(sliders.nth(at), seconds);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await page.mouse.up();
  }
  expect(await text()).toEqual(['4.5 seconds', '8.0 seconds', '3.0 seconds']);
  await button('Check').click();
  await root.getByText('Not quite:').waitFor();
  expect(await root.locator('.snippet-answer > p').first().textContent()).toContain(
    '2 of your 3 bars end where they should, within 0.2 s.',
  );
  expect(await root.locator('.drawing-differences li').allTextContents()).toEqual([
    '✓upload("Alps", 2.25) ended at 4.5, as you drew it.',
    '✗You said upload("Beach", 1.75) ends at 8.0; it ended at 3.5, because its last wait, from 1.750 in sleep on line 6, was over then.',
    '✓upload("Cats", 1.5) ended at 3.0, as you drew it.',
  ]);
  const truth = root.locator('.snippet-answer .ls-timeline');
  expect(await truth.locator('.finish').count()).toBe(3);
  const marks = await boxes(truth.locator('.drawing-mark'));
  const [, wrongEnd] = await boxes(truth.locator('.finish'));
  expect(marks[1]?.x).toBeGreaterThan((wrongEnd?.x ?? Infinity) + 40);
  expect(await truth.locator('.drawing-gap').count()).toBe(1);
  expect(await shownLines()).toBeGreaterThan(6);
  await page.reload();
  await root.getByText('Not quite:').waitFor();
});

it('the keyboard draws as well, says so in seconds, and can leave a bar at 0', async () => {
  const { page, root, button, sliders, text } = await drawing();
  await button('Run').click();
  await root.getByText('Predict first, or ask to be shown the output.').waitFor();
  expect(await sliders.first().evaluate((slider) => slider === document.activeElement)).toBe(true);
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Home');
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  expect(await text()).toEqual(['0.3 seconds', '0.0 seconds', '12.0 seconds']);
  await page.keyboard.press('Enter');
  await root.getByText('0 of your 3 bars end where they should').waitFor();
  const [first] = await root.locator('.drawing-differences li').allTextContents();
  expect(first).toContain('because at 0.3 it was waiting in sleep on line 6 until 2.250.');
});

it('a finger draws on a telephone, with room enough for it', async () => {
  const { page, sliders, text } = await drawing(PHONE);
  for (const box of await boxes(sliders)) expect(box.height).toBeGreaterThanOrEqual(40);
  const tops = (await boxes(sliders)).map(({ y }) => y);
  for (const [at, y] of tops.entries()) {
    if (at > 0) expect(y - (tops[at - 1] ?? 0)).toBeGreaterThanOrEqual(40);
  }
  const touch = await page.context().newCDPSession(page);
  for (const [at, seconds] of [6, 3, 9].entries()) {
    const from = await pointAt(sliders.nth(at), 0);
    const to = await pointAt(sliders.nth(at), seconds);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number | null) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: x === null ? [] : [{ x, y: from.y }],
      });
    await send('touchStart', from.x);
    for (const part of [0.25, 0.5, 0.75, 1])
      await send('touchMove', from.x + (to.x - from.x) * part);
    await send('touchEnd', null);
  }
  const drawn = (await text()).map((each) => Number.parseFloat(each ?? ''));
  for (const [at, seconds] of [6, 3, 9].entries()) {
    expect(Math.abs((drawn[at] ?? 0) - seconds)).toBeLessThan(0.3);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

it('who runs at a moment is chosen by lane, and told apart from who was only ready', async () => {
  const { page, snippet } = await open({ path: RUNS.path, ...PHONE });
  const { root, button, shownLines } = await snippet(RUNS.name);
  const boxesOfLanes = root.getByRole('checkbox');
  expect(await boxesOfLanes.evaluateAll((all) => all.map((each) => each.ariaLabel))).toEqual([
    'main runs at 2.5',
    'serve runs at 2.5',
    'print_bill runs at 2.5',
  ]);
  for (const { width, height } of await boxes(root.locator('.drawing-box'))) {
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(40);
  }
  await boxesOfLanes.nth(1).check();
  await button('Check').click();
  await root.getByText('Not quite:').waitFor();
  expect(await root.locator('.drawing-differences li').allTextContents()).toEqual([
    '✗You said serve runs at 2.5; it was ready to run, but print_bill held the event loop.',
    '✗You left out print_bill; it ran at 2.5, because it held the event loop in time.sleep on line 13.',
  ]);
  expect(await shownLines()).toBeGreaterThan(2);
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  const anew = await snippet(RUNS.name);
  await anew.root.getByRole('checkbox').nth(2).check();
  await anew.button('Check').click();
  await anew.root.getByText('that is who runs at 2.5.').waitFor();
});

it('once it is answered, Run brings the picture that plays into sight beside the code', async () => {
  const { page, snippet } = await open({
    path: 'synchronization/whole/',
    viewport: { width: 1440, height: 700 },
    reducedMotion: 'reduce',
  });
  const { root, button } = await snippet('synchronization/two-at-a-time');
  const sliders = root.locator('.snippet-question').getByRole('slider');
  for (const slider of await sliders.all()) await slider.press('PageUp');
  await button('Check').click();
  await root.locator('.drawing-differences').waitFor();
  const lanes = root.locator('.run-side .rv-timeline');
  const isSeen = () =>
    lanes.evaluate((element) => {
      const side = element.closest('.snippet-side')?.getBoundingClientRect();
      const { top } = element.getBoundingClientRect();
      return side !== undefined && top >= side.top && top + 120 <= side.bottom;
    });
  expect(await isSeen()).toBe(false);
  await button('Run').click();
  await root.locator('.rv:not([data-resting])').waitFor();
  await eventually(isSeen).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1440);
});

it('whoever asks is shown, and what was drawn is not judged', async () => {
  const { root, shownLines } = await drawing();
  await root.getByText('Show me the output').click();
  await eventually(shownLines).toBeGreaterThan(6);
  expect(await root.locator('.drawing').count()).toBe(0);
});

it('has no fault that axe finds, before and after, in both themes', async () => {
  const { page, root, button, sliders } = await drawing({ colorScheme: 'light' });
  await page.evaluate(AXE);
  expect(await violations(page)).toEqual([]);
  for (const slider of await sliders.all()) await slider.press('PageUp');
  await inDark(page);
  expect(await violations(page)).toEqual([]);
  await button('Check').click();
  await root.locator('.drawing-differences').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
  expect(await violations(page)).toEqual([]);
});

it('on paper there are lanes to draw on, and nothing to press', async () => {
  const { page, root } = await drawing();
  await page.emulateMedia({ media: 'print' });
  expect(await root.locator('.drawing svg.ls-timeline-drawing').isVisible()).toBe(true);
  expect(await root.locator('.drawing :is(input, output)').filter({ visible: true }).count()).toBe(
    0,
  );
});

it('without a script the question can be read, and the output unfolded', async () => {
  const { snippet } = await open({ javaScriptEnabled: false });
  const { root, shownLines } = await snippet(TOGETHER);
  await root.locator('.snippet-question').scrollIntoViewIfNeeded();
  expect(await root.locator('.drawing svg.ls-timeline-drawing').isVisible()).toBe(true);
  expect(await root.locator('.drawing input').filter({ visible: true }).count()).toBe(0);
  expect(await shownLines()).toBe(0);
  await root.getByText('Show me the output').click();
  expect(await shownLines()).toBeGreaterThan(6);
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxes(elements: Locator): Promise<Box[]> {
  return elements.evaluateAll((all) =>
    all.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
}

async function inDark(page: Page) {
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
}

function violations(page: Page): Promise<string[]> {
  return page.evaluate(async (name) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const results: axe.AxeResults = await axe.run(`[data-snippet="${name}"]`, {
      resultTypes: ['violations'],
    });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, TOGETHER);
}
