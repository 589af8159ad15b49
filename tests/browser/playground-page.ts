/** The playground and the embed page in a real browser, for the tests of this folder. */
import type { Locator, Page } from 'playwright';
import {
  type ChapterOptions,
  editorText,
  type OpenChapter,
  paste,
  settled,
  useChapter,
} from './chapter-page.ts';

export interface PlaygroundPage {
  readonly page: Page;
  readonly requests: readonly string[];
  /** The rows of the output, the ending counted. */
  readonly lines: Locator;
  readonly notice: Locator;
  button(name: string | RegExp): Locator;
  /** Replaces all of the program that is shown. */
  write(source: string): Promise<void>;
  text(): Promise<string>;
  run(): Promise<void>;
  /** The names of the tabs; the one that is shown is in brackets. */
  tabs(): Promise<string>;
  /** Waits until the editor is there. */
  ready(): Promise<void>;
  /** The link to the program that is shown, from the Share dialogue. */
  link(): Promise<string>;
}

/** Opens the playground in a fresh browser profile. */
export type OpenPlayground = (options?: ChapterOptions) => Promise<PlaygroundPage>;

/** Call once in a test file. */
export function usePlayground(open: OpenChapter = useChapter()): OpenPlayground {
  return async (options = {}) => {
    const { page, requests } = await open({ path: 'playground/', ...options });
    const playground = playgroundIn(page, requests);
    if (options.path === undefined && options.javaScriptEnabled !== false) await playground.ready();
    return playground;
  };
}

/** A page that is open at the playground, or at an embed. */
export function playgroundIn(page: Page, requests: readonly string[] = []): PlaygroundPage {
  const editor = page.locator('.playground-editor:not([hidden])');
  const lines = page.locator('.snippet-lines > li');
  const button = (name: string | RegExp) =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const ready = async () => {
    await editor.waitFor();
    // The first program becomes an editor when the page is touched, once it listens.
    for (let x = 1; (await editor.and(page.locator('[data-ready]')).count()) === 0; x++) {
      await page.mouse.move(x % 100, 1);
      await page.waitForTimeout(20);
    }
  };
  return {
    page,
    requests,
    lines,
    notice: page.locator('.playground-notices'),
    button,
    ready,
    async write(source) {
      await ready();
      const area = editor.locator('.snippet-editor > textarea');
      if (await area.isVisible()) return area.fill(source);
      await editor.locator('.view-lines').click();
      await page.keyboard.press('ControlOrMeta+A');
      await settled(page);
      await (source === '' ? page.keyboard.press('Delete') : paste(page, source));
      await settled(page);
    },
    async text() {
      await ready();
      const area = editor.locator('.snippet-editor > textarea');
      if (await area.isVisible()) return area.inputValue();
      return editorText(editor.locator('.view-lines'));
    },
    async run() {
      await button('Run').click();
      await page.locator('[data-kind="ending"]').waitFor();
    },
    async tabs() {
      const names = await page
        .locator('.playground-tab-name')
        .evaluateAll((tabs) =>
          tabs.map((tab) =>
            tab.hasAttribute('aria-current') ? `[${tab.textContent}]` : tab.textContent,
          ),
        );
      return names.join(' ');
    },
    async link() {
      await button('Share').click();
      const link = await page.getByLabel('link', { exact: true }).inputValue();
      await page.keyboard.press('Escape');
      return link;
    },
  };
}
