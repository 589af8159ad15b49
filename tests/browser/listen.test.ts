/** A lesson read aloud, by a voice that the test is in command of. */
import type { BrowserContext, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { eventually, useChapter } from './chapter-page.ts';

const open = useChapter();

interface FakeSpeech {
  readonly said: { text: string; rate: number }[];
  /** Ends what is being said. */
  finish(): void;
  /** Comes to a word of what is being said. */
  reach(word: string): void;
}
declare global {
  interface Window {
    readonly fakeSpeech: FakeSpeech;
  }
}

/** A browser with one English voice, which says nothing and takes as long as the test wants. */
function withVoice(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    let current: SpeechSynthesisUtterance | null = null;
    const said: { text: string; rate: number }[] = [];
    const speech = {
      getVoices: () => [{ name: 'test', lang: 'en-GB', localService: true, default: true }],
      speak(utterance: SpeechSynthesisUtterance) {
        current = utterance;
        said.push({ text: utterance.text, rate: utterance.rate });
      },
      cancel() {
        current = null;
      },
    };
    class Utterance {
      voice = null;
      lang = '';
      rate = 1;
      onboundary = () => {};
      onend = () => {};
      onerror = () => {};
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.defineProperty(window, 'fakeSpeech', {
      value: {
        said,
        finish() {
          const over = current;
          current = null;
          over?.onend?.(new Event('end') as SpeechSynthesisEvent);
        },
        reach(word: string) {
          const charIndex = current?.text.indexOf(word) ?? 0;
          current?.onboundary?.({ name: 'word', charIndex } as SpeechSynthesisEvent);
        },
      },
    });
  });
}

async function listen(path: string) {
  const { page, snippet } = await open({ path, prepare: withVoice });
  await page.getByRole('button', { name: 'Listen' }).click();
  const bar = page.getByRole('region', { name: 'Reading aloud' });
  await bar.waitFor();
  return { page, bar, snippet };
}

const said = (page: Page) => page.evaluate(() => window.fakeSpeech.said.map(({ text }) => text));
const last = async (page: Page) => (await said(page)).at(-1);
const finish = (page: Page) => page.evaluate(() => window.fakeSpeech.finish());
/** What stands where the light is. */
const lit = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('ls-spoken') ?? [])].map(String).join(''));

const plain = (text: string) =>
  text
    .replaceAll('asyncio', 'async I O')
    .replace(/[\s()`]+/g, ' ')
    .trim();

/** Lets the voice go on until it says something of the kind. */
async function until(page: Page, words: RegExp) {
  for (let sentences = 0; sentences < 400; sentences += 1) {
    if (words.test((await last(page)) ?? '')) return;
    await finish(page);
  }
  throw new Error(
    `expected that the voice says ${words}; it said:\n${(await said(page)).join('\n')}`,
  );
}

describe('a lesson', () => {
  it('is read sentence by sentence, from its title on, with the sentence lit', async () => {
    const { page } = await listen('coroutines/calling-runs-nothing/');
    expect(await last(page)).toBe('Calling a coroutine runs nothing');
    await finish(page);
    const sentence = await last(page);
    expect(sentence).toMatch(/\w+/);
    expect(plain(await lit(page))).toBe(plain(sentence ?? ''));
    const whole = page.locator('main .sl-markdown-content');
    await until(page, /^Your turn$/);
    // Neither programs nor questions nor what a term means are read.
    const all = (await said(page)).join('\n');
    expect(all).not.toMatch(/import async I O|Show the answer|Check|On this page/);
    expect(all).not.toContain('()');
    expect(await whole.locator('.ls-term-note').count()).toBeGreaterThan(0);
  });

  it('goes back, on, rests and hurries, by button and by key', async () => {
    const { page, bar } = await listen('coroutines/calling-runs-nothing/');
    const [title] = await said(page);
    await page.keyboard.press('l');
    const second = await last(page);
    expect(second).not.toBe(title);
    await bar.getByRole('button', { name: 'Back a sentence (J)' }).click();
    expect(await last(page)).toBe(title);
    await page.keyboard.press('k');
    await bar.getByRole('button', { name: 'Read (K)' }).waitFor();
    const count = (await said(page)).length;
    await finish(page);
    expect((await said(page)).length).toBe(count);
    await bar.getByRole('combobox', { name: 'Speed' }).selectOption('1.5');
    await bar.getByRole('button', { name: 'Read (K)' }).click();
    expect(await page.evaluate(() => window.fakeSpeech.said.at(-1)?.rate)).toBe(1.5);
    await bar.getByRole('button', { name: 'Stop reading' }).click();
    await bar.waitFor({ state: 'detached' });
    expect(await lit(page)).toBe('');
    await page.reload();
    await page.getByRole('button', { name: 'Listen' }).click();
    expect(await page.evaluate(() => window.fakeSpeech.said.at(-1)?.rate)).toBe(1.5);
  });

  it('moves the picture when it comes to a moment, and leaves the reader where they are', async () => {
    const { page, snippet } = await listen('synchronization/event/');
    const { root } = await snippet('synchronization/traffic-light');
    const clock = () => root.locator('.rv-clock b').textContent();
    await until(page, /came at 5/);
    await eventually(clock).toContain('5.000');
    // Of two moments in a sentence, the second comes with its word.
    expect(await last(page)).toContain('the next green');
    await page.evaluate(() => window.fakeSpeech.reach('the next green'));
    await eventually(clock).toContain('7.000');
    expect(await page.evaluate(() => document.activeElement?.closest('.listen-bar') !== null)).toBe(
      true,
    );
  });
});

it('a question is unfolded when the voice comes to its answer', async () => {
  const { page } = await listen('coroutines/review/');
  const question = page.locator('details.question').first();
  const asked = (await question.locator('summary').textContent())?.trim() ?? '';
  await until(page, new RegExp(`^${asked.split(' ').slice(0, 2).join(' ')}`));
  expect(await question.evaluate((box) => (box as HTMLDetailsElement).open)).toBe(false);
  await finish(page);
  await eventually(() => question.evaluate((box) => (box as HTMLDetailsElement).open)).toBe(true);
});

it('where there is no voice, nothing is offered', async () => {
  const { page } = await open({ path: 'coroutines/calling-runs-nothing/' });
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('button', { name: 'Listen' }).count()).toBe(0);
});
