/** A page on paper, chosen from a dark theme: a handout, and no picture of a screen. */
import type { Locator } from 'playwright';
import { expect, it } from 'vitest';
import { useChapter } from './chapter-page.ts';

const open = useChapter();

/** A4 between its margins, in CSS pixels. */
const SHEET = { width: 680, height: 1000 };

it.each([
  'coroutines/whole/',
  'recipes/',
  'recipes/batches/',
  'glossary/',
  'flashcards/',
  'progress/',
  '',
])('/%s prints dark on white, whole, and without what can only be pressed', async (path) => {
  const { page } = await open({ path, colorScheme: 'dark', viewport: SHEET });
  await page.waitForLoadState('networkidle');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const controls = page.locator(
    'button, select, nav, [role="slider"], dialog, input[type="search"]',
  );
  expect(await namesOf(controls.filter({ visible: true }))).toEqual([]);
  const faults = await page.evaluate(() => {
    // Of 1, over white paper.
    const brightness = (colour: string) => {
      const scale = colour.startsWith('rgb') ? 255 : 1;
      const [red = 0, green = 0, blue = 0, opacity = 1] = (
        colour.match(/[\d.]+(?=[\s,)])/g) ?? []
      ).map(Number);
      return 1 - opacity * (1 - (red + green + blue) / (3 * scale));
    };
    const shown = Array.from(document.querySelectorAll<HTMLElement>('body, body *')).filter(
      (element) => element.checkVisibility() && !element.closest('.sr-only'),
    );
    return shown.flatMap((element) => {
      const { backgroundColor, overflowX } = getComputedStyle(element);
      const { right } = element.getBoundingClientRect();
      const name = `${element.tagName.toLowerCase()}.${element.className}`;
      const clipped = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      return [
        ...(brightness(backgroundColor) > 0.8 ? [] : [`${name} is dark`]),
        ...(right > innerWidth + 1 ? [`${name} is wider than the sheet`] : []),
        ...(clipped && element.matches('pre, code, table, div') ? [`${name} is cut off`] : []),
      ];
    });
  });
  expect([...new Set(faults)]).toEqual([]);
});

it('a chapter is unfolded, but for what has to be worked out, and keeps together what belongs together', async () => {
  const { page } = await open({ colorScheme: 'dark', viewport: SHEET });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const all = (selector: string) => page.locator(`main ${selector}`);
  const everyOne = async (selector: string) => {
    const [count, visible] = [
      await all(selector).count(),
      await all(selector).filter({ visible: true }).count(),
    ];
    expect(count, selector).toBeGreaterThan(0);
    expect(visible, selector).toBe(count);
  };
  await everyOne('.snippet-lines');
  await everyOne('svg.ls-timeline-drawing');
  await everyOne('.study-back');
  await everyOne('[data-length]:is(section)');
  expect(await all('.study-exercise .study-hint').count()).toBe(0);
  expect(
    await all('.study-exercise').getByText('The solution').filter({ visible: true }).count(),
  ).toBe(0);
  const breaks = (selector: string, property: 'breakAfter' | 'breakInside') =>
    all(selector).evaluateAll(
      (elements, name) => [...new Set(elements.map((element) => getComputedStyle(element)[name]))],
      property,
    );
  expect(await breaks('.sl-heading-wrapper', 'breakAfter')).toEqual(['avoid']);
  expect(await breaks('.snippet[data-snippet]', 'breakInside')).toEqual(['avoid']);
  expect(await breaks('.study-question', 'breakInside')).toEqual(['avoid']);
});

it('the race is over on paper, wherever it stands on the screen', async () => {
  const { page } = await open({ path: '' });
  const clock = page.locator('[data-clock]').first();
  await clock.scrollIntoViewIfNeeded();
  await page.locator('[data-race="playing"]').waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  expect(await clock.textContent()).not.toContain('11.000 s');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await clock.textContent()).toContain('11.000 s');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await clock.textContent()).not.toContain('11.000 s');
});

function namesOf(elements: Locator): Promise<string[]> {
  return elements.evaluateAll((found) =>
    found.map(
      (element) => `${element.tagName.toLowerCase()}: ${element.ariaLabel ?? element.textContent}`,
    ),
  );
}
