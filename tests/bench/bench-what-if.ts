/** How long a reader waits who changes the length of a wait, until picture and output follow. */
import { type BrowserContext, chromium } from 'playwright';
import { wake } from '../browser/chapter-page.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { serveDist } from '../browser/serve-dist.ts';
import { median, type Row, rowOf } from './bench-table.ts';

const SNIPPET = '[data-snippet="coroutines/first-await"]';
const LESSON = 'coroutines/a-function-that-can-wait/';

/** One after another, as a hand that drags asks for them. */
const IN_A_ROW = 12;

export async function benchWhatIf(rounds: number): Promise<Row[]> {
  const site = await serveDist({ folder: 'dist' });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const firsts: number[] = [];
    const means: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const context = await browser.newContext({
        serviceWorkers: 'block',
        reducedMotion: 'reduce',
      });
      const [first = 0, ...others] = await changesMs(context, `${site.url}${LESSON}`);
      firsts.push(first);
      means.push(others.reduce((sum, each) => sum + each, 0) / others.length);
      await context.close();
    }
    return [
      rowOf('a wait is changed, and the run made again', median(firsts)),
      rowOf('the same, each of a dozen in a row', median(means)),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Measured in the page, from each change to the frame in which the output is another. */
async function changesMs(context: BrowserContext, url: string): Promise<number[]> {
  const page = await context.newPage();
  await page.goto(url);
  const snippet = page.locator(SNIPPET);
  await wake(snippet);
  await snippet.getByRole('button', { name: 'What if', exact: true }).click();
  const field = snippet.locator('.wi-field input[type="number"]').first();
  await field.waitFor();
  // The panel has asked for an engine.
  await page.waitForTimeout(3_000);
  return field.evaluate(
    async (first, { snippet, times }) => {
      const text = () => document.querySelector(`${snippet} .snippet-lines`)?.textContent ?? '';
      const changeMs = (to: number) =>
        new Promise<number>((resolve) => {
          const input = document.querySelector<HTMLInputElement>(
            `${snippet} .wi-field input[type="number"]`,
          ) as HTMLInputElement;
          const before = text();
          const from = performance.now();
          input.value = String(to);
          input.dispatchEvent(new Event('change', { bubbles: true }));
          const look = () => {
            if (text() !== before) resolve(performance.now() - from);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        });
      const length = Number((first as HTMLInputElement).value);
      const elapsed: number[] = [];
      for (let time = 1; time <= times; time += 1) elapsed.push(await changeMs(length + time / 8));
      return elapsed;
    },
    { snippet: SNIPPET, times: IN_A_ROW + 1 },
  );
}
