/**
 * The built chapter in a real browser, for the tests of this folder. Whatever the page says on its
 * console, and every error in it, fails the test that opened it.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from './launch-chromium.ts';
import { type SiteServer, serveDist } from './serve-dist.ts';

/** What Playwright says where it keeps service workers out, as it does here: offline.test.ts has them. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

/** For a first boot of Python on a slow machine. */
const PATIENCE_MS = 40_000;

export interface ChapterOptions extends BrowserContextOptions {
  /** Before the page loads: block requests, change the browser. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
  /** The test breaks something on purpose, and the browser will say so. */
  readonly complains?: boolean;
  /** Another page than the whole chapter, `playground/`; nothing is waited for there. */
  readonly path?: string;
}

export interface Chapter {
  readonly page: Page;
  /** Paths of what was asked for, in order. */
  readonly requests: readonly string[];
  /** One snippet, alive where there is JavaScript: `coroutines/first-await`. */
  snippet(name: string): Promise<Snippet>;
}

export interface Snippet {
  readonly root: Locator;
  readonly code: Locator;
  readonly lines: Locator;
  /** The number of lines of output that can be seen, the ending counted. */
  shownLines(): Promise<number>;
  button(name: string): Locator;
  /** Opens the editor with a click, and waits for it. */
  edit(): Promise<void>;
  /** Replaces all of the code in an open editor. */
  write(code: string): Promise<void>;
  /** The code as the editor, or the listing, shows it. */
  text(): Promise<string>;
}

/** Opens the chapter in a fresh browser profile. */
export type OpenChapter = (options?: ChapterOptions) => Promise<Chapter>;

/** Call once in a test file, or in a part of it that needs a browser of its own. */
export function useChapter(launch: () => Promise<Browser> = launchChromium): OpenChapter {
  const base = process.env.BASE_PATH ?? '/';
  let site: SiteServer;
  let browser: Browser;
  let opened: BrowserContext[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    site = await serveDist({ folder: process.env.SITE_DIST ?? 'dist', base });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  afterEach(async () => {
    await Promise.all(opened.map((context) => context.close()));
    const said = complaints;
    opened = [];
    complaints = [];
    expect(said, 'on the console').toEqual([]);
  });

  return async ({ prepare, complains, path, ...options } = {}) => {
    const context = await browser.newContext({ serviceWorkers: 'block', ...options });
    opened.push(context);
    context.setDefaultTimeout(PATIENCE_MS);
    await prepare?.(context);
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    if (!complains) {
      page.on('console', (message) => {
        if (message.text() === BLOCKED) return;
        complaints.push(`${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
    }
    await page.goto(`${site.url}${path ?? 'coroutines/whole/'}`);
    return {
      page,
      requests,
      async snippet(name) {
        const root = page.locator(`[data-snippet="${name}"]`);
        if (options.javaScriptEnabled !== false) await wake(root);
        return snippetIn(page, root);
      },
    };
  };
}

/** Before the page loads: the reader has been shown the answer to a snippet's question. */
export function withAnswerShown(...names: readonly string[]) {
  return (context: BrowserContext) =>
    context.addInitScript((snippets) => {
      // A page without an address has no storage, and Firefox minds being asked for it.
      if (!location.protocol.startsWith('http')) return;
      for (const snippet of snippets)
        sessionStorage.setItem(`loopscope:predicted:${snippet}`, '{"kind":"shown"}');
    }, names);
}

/** A snippet comes alive where the reader touches the page and is near: goes there, and back to the top. */
export async function wake(snippet: Locator): Promise<void> {
  await snippet.page().keyboard.press('Shift');
  await snippet.scrollIntoViewIfNeeded();
  await snippet.locator('.snippet-code[data-live]').waitFor();
  await snippet.page().evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

/** Waits until what is read from the page is as expected; fails where it never is. */
export function eventually<T>(read: () => Promise<T>) {
  return expect.poll(read, { timeout: PATIENCE_MS / 2 });
}

/** @param root of a snippet, or of an exercise, which has the same box of code. */
export function snippetIn(page: Page, root: Locator): Snippet {
  const code = root.locator('.snippet-code');
  const lines = root.locator('.snippet-lines > li');
  return {
    root,
    code,
    lines,
    shownLines: () => lines.filter({ visible: true }).count(),
    button: (label) => root.getByRole('button', { name: label, exact: true }),
    async edit() {
      await code.locator('[data-listing]:not([hidden]) code').click({ position: { x: 1, y: 20 } });
      await root.locator('[data-mode="editing"]').waitFor();
    },
    async write(text) {
      await page.keyboard.press('ControlOrMeta+A');
      await settled(page);
      // Pasted into Monaco, which would indent what is typed.
      if (await code.locator('.view-lines').isVisible()) await paste(page, text);
      else await page.keyboard.insertText(text);
    },
    async text() {
      const editor = code.locator('.view-lines');
      if (await editor.isVisible()) return editorText(editor);
      const area = code.locator('textarea');
      if (await area.isVisible()) return area.inputValue();
      const shown = code.locator('[data-listing]:not([hidden])');
      return (await shown.textContent()) ?? '';
    },
  };
}

/** Two frames later: by then an editor has drawn what a key did, and takes the next where it is. */
export function settled(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

export function paste(page: Page, text: string): Promise<void> {
  return page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    // Chromium takes the first of these, Firefox the other two.
    const content = { clipboardData, dataType: 'text/plain', data: pasted };
    const event = new ClipboardEvent('paste', { ...content, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/** Monaco lays its lines out in any order, with hard spaces. */
export function editorText(editor: Locator): Promise<string> {
  return editor.evaluate((lines) =>
    Array.from(lines.children)
      .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' '))
      .join('\n'),
  );
}
