/** Code and picture together: of how many of the course's programs the line that runs is seen beside its lane. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { expect, it } from 'vitest';
import { eventually, settled, useChapter } from './chapter-page.ts';
import { pagesToTry, withFewRecipes } from './pages-to-try.ts';

const open = useChapter();

const DIST = process.env['SITE_DIST'] ?? 'dist';
const withPrograms = pagesToTry()
  .filter((path) => path === '' || path.endsWith('/'))
  .filter((path) => readFileSync(join(DIST, path, 'index.html'), 'utf8').includes('data-snippet'));
/** What else of a chapter has programs, its whole page has as well. */
const pages = withPrograms.filter(
  (path) => path.endsWith('/whole/') || !withPrograms.includes(path.replace(/[^/]+\/$/, 'whole/')),
);

interface Measured {
  readonly name: string;
  readonly seen: boolean;
}

/** Who wants it at once need not wait here either. */
function atOnce(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => localStorage.setItem('loopscope:pace', 'at-once'));
}

/** Of each program that can be watched, as it stands when a reader has scrolled to it. */
function measureBeside(page: Page): Promise<Measured[]> {
  return page.evaluate(() => {
    const bar = document.querySelector('.contents-bar')?.getBoundingClientRect().bottom ?? 0;
    const isInView = ({ top, bottom }: DOMRect) => top >= bar && bottom <= innerHeight + 1;
    return [...document.querySelectorAll<HTMLElement>('[data-snippet]')].flatMap((root) => {
      const code = root.querySelector('.snippet-code');
      const picture = root.querySelector('.rv-timeline');
      if (!code || !picture || picture.closest('details')) return [];
      scrollTo({ top: scrollY + root.getBoundingClientRect().top - bar - 8, behavior: 'instant' });
      const [left, right] = [code.getBoundingClientRect(), picture.getBoundingClientRect()];
      const seen = isInView(left) && isInView(right) && left.right <= right.left + 1;
      return [{ name: root.dataset['snippet'] ?? '', seen }];
    });
  });
}

/** Presses Run on each program as it stands at the top of the screen. */
function measureOnRun(page: Page): Promise<Measured[]> {
  return page.evaluate(async () => {
    const until = async (is: () => unknown) => {
      for (let frames = 0; !is() && frames < 600; frames += 1) {
        await new Promise((next) => requestAnimationFrame(next));
      }
    };
    const measured: Measured[] = [];
    for (const root of document.querySelectorAll<HTMLElement>('[data-snippet]')) {
      const picture = root.querySelector('.rv-timeline');
      if (!picture || picture.closest('details')) continue;
      root.scrollIntoView({ block: 'start', behavior: 'instant' });
      await until(() => root.querySelector('[data-live]'));
      root.querySelector<HTMLElement>('.snippet-run')?.click();
      await until(() => root.querySelector('[data-phase="watched"] .rv:not([data-resting])'));
      await until(() => {
        const lanes = root.querySelector('.rv-timeline')?.getBoundingClientRect();
        return lanes && lanes.top >= 0 && lanes.top + Math.min(lanes.height, 120) <= innerHeight;
      });
      const lanes = root.querySelector('.rv:not([data-resting]) .rv-timeline');
      const { top, height } = lanes?.getBoundingClientRect() ?? { top: -1, height: 0 };
      const seen = top >= 0 && top + Math.min(height, 120) <= innerHeight;
      measured.push({ name: root.dataset['snippet'] ?? '', seen });
    }
    return measured;
  });
}

const unseen = (all: readonly Measured[]) => all.flatMap(({ name, seen }) => (seen ? [] : name));

it('shows code and picture in one view, of nineteen programs in twenty and more', async () => {
  const all: Measured[] = [];
  for (const path of pages) {
    const { page } = await open({ path, viewport: { width: 1440, height: 900 } });
    all.push(...(await measureBeside(page)));
    await page.close();
  }
  expect(all.length).toBeGreaterThan(150);
  expect(unseen(all).length / all.length, unseen(all).join(' ')).toBeLessThanOrEqual(0.05);
}, 300_000);

it.each(withFewRecipes(pages))(
  '/%s brings each picture into sight on Run, on a telephone',
  async (path) => {
    const { page } = await open({ path, prepare: atOnce, viewport: { width: 390, height: 844 } });
    expect(unseen(await measureOnRun(page))).toEqual([]);
  },
);

it('keeps the line that runs in sight, where the code is longer than the screen', async () => {
  const { snippet, page } = await open({
    path: 'synchronization/whole/',
    viewport: { width: 1440, height: 500 },
    reducedMotion: 'reduce',
  });
  const { root, code } = await snippet('synchronization/opposite-order');
  await root.getByRole('button', { name: 'Inside the loop' }).click();
  await root.locator('.rv-inspector').waitFor();
  expect(await code.evaluate((box) => box.scrollHeight > box.clientHeight)).toBe(true);
  const slider = root.getByRole('slider');
  await slider.press('Home');
  const running = root.locator('.snippet-mark[data-state="running"]');
  let looked = 0;
  for (let step = 0; step < 20; step += 1) {
    await slider.press('ArrowRight');
    await settled(page);
    if ((await running.count()) === 0) continue;
    looked += 1;
    await eventually(() =>
      running.evaluate((mark) => {
        const line = mark.getBoundingClientRect();
        const box = mark.closest('.snippet-code')?.getBoundingClientRect();
        return box !== undefined && line.top >= box.top - 1 && line.bottom <= box.bottom + 1;
      }),
    ).toBe(true);
  }
  expect(looked).toBeGreaterThan(4);
});
