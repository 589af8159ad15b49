/** What the site does where something of the browser's, or of its own, is missing or broken. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright';
import { describe, expect, it } from 'vitest';
import { engineKey } from '../../src/simulator/build/engine-folder.ts';
import { eventually, useChapter } from './chapter-page.ts';
import { usePlayground } from './playground-page.ts';

const DIST = process.env['SITE_DIST'] ?? 'dist';

const openPage = useChapter();
const open = usePlayground(openPage);

const COUNTER =
  'import asyncio\n\nasync def main():\n    await asyncio.sleep(2)\n    print("two seconds")\n\nasyncio.run(main())\n';
const THREAD = 'import asyncio, time\n\nasyncio.run(asyncio.to_thread(time.sleep, 1))\n';

/** Enough for a machine that has other things to do. */
const PLAIN_BOOT_MS = 60_000;

async function printsAfter(prepare: (context: BrowserContext) => Promise<unknown>) {
  const { page, write, run, lines } = await open({ prepare, complains: true });
  await write(COUNTER);
  await run();
  await lines.getByText('two seconds').waitFor({ timeout: PLAIN_BOOT_MS });
  return page;
}

describe('the boot image', () => {
  it('is not needed: without it Python boots plainly', async () => {
    await printsAfter((context) =>
      context.route('**/boot-image.bin', (route) => route.fulfill({ status: 404 })),
    );
  });

  it('is not trusted: a broken one is left alone', async () => {
    await printsAfter((context) =>
      context.route('**/boot-image.bin', (route) => {
        const image = readFileSync(join(DIST, 'engine', engineKey(), 'boot-image.bin'));
        return route.fulfill({ body: image.subarray(0, image.length / 2) });
      }),
    );
  });
});

describe('a browser that cannot switch stacks', () => {
  const withoutStackSwitching = (context: BrowserContext) =>
    context.route('**/browser-worker*.js', async (route) => {
      const without = 'delete WebAssembly.Suspending; delete WebAssembly.promising;\n';
      try {
        const response = await route.fetch();
        await route.fulfill({ response, body: without + (await response.text()) });
      } catch {
        // A spare engine is asked for until the page closes.
      }
    });

  it('runs what needs no thread', async () => {
    await printsAfter(withoutStackSwitching);
  });

  it('says which browsers can, where a program starts a thread', async () => {
    const { write, run, lines } = await open({ prepare: withoutStackSwitching });
    await write(THREAD);
    await run();
    await lines
      .getByText(/cannot switch stacks \(Chromium 137/)
      .first()
      .waitFor();
  });
});

it('a worker that dies is told of, and the next run works', async () => {
  let dead = true;
  const { page, write, run, button, lines, text } = await open({
    complains: true,
    prepare: (context) =>
      context.route('**/browser-worker*.js', (route) =>
        dead
          ? route.fulfill({
              body: 'throw new Error("out of order")',
              contentType: 'text/javascript',
            })
          : route.continue(),
      ),
  });
  await write(COUNTER);
  await button('Run').click();
  await page
    .getByText(/could not be started/)
    .first()
    .waitFor();
  expect(await text()).toBe(COUNTER);
  dead = false;
  await run();
  await lines.getByText('two seconds').waitFor();
});

/** As where the disk is full: what is there can be read, and nothing be added. */
function fullStorage(context: BrowserContext) {
  return context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('the quota has been exceeded', 'QuotaExceededError');
    };
    Storage.prototype.setItem = refuse;
    IDBObjectStore.prototype.put = refuse;
    IDBObjectStore.prototype.add = refuse;
  });
}

/** As where the reader blocks cookies, and with them all that a site could keep. */
function blockedStorage(context: BrowserContext) {
  return context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('access is denied for this document', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, { get: refuse, configurable: true });
    }
    IDBFactory.prototype.open = refuse;
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
  });
}

describe.each([
  ['full', fullStorage],
  ['blocked', blockedStorage],
])('storage that is %s', (_, prepare) => {
  it('leaves a chapter as it is, and says what is not kept', async () => {
    const { page, snippet } = await openPage({ prepare, colorScheme: 'light' });
    const { edit, write, button, lines, root } = await snippet('coroutines/first-await');
    await edit();
    await write('print("not kept, but run")');
    await root.getByText('does not let the page store your edit').waitFor();
    await button('Run').click();
    await lines.getByText('not kept, but run').waitFor();
    await page.getByRole('tab', { name: 'In a line' }).click();
    await page.locator('#summary-line').waitFor();
    const list = page.locator('[data-checklist]').first();
    await list.locator('input').first().check();
    await list.getByText('for this visit only').waitFor();
    await page.locator('.header select').selectOption('dark');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  it('lets cards be studied for the visit, and says so', async () => {
    const { page } = await openPage({ prepare, path: 'flashcards/' });
    await page.getByRole('button', { name: 'Study Everything' }).click();
    await page.getByRole('button', { name: 'Show the answer' }).click();
    await page.getByRole('button', { name: /^Easy/ }).click();
    await page.getByText('9 new').waitFor();
    await page.getByRole('button', { name: 'All decks' }).click();
    await page.getByText('lasts for this visit only').waitFor();
    await eventually(() =>
      page.locator('[data-deck="Everything"] [data-count="learned"]').textContent(),
    ).toContain('1 of');
  });
});

it('storage with nonsense in it is taken for empty', async () => {
  const prepare = (context: BrowserContext) =>
    context.addInitScript(() => {
      for (const key of [
        'starlight-theme',
        'loopscope:agenda',
        'loopscope:checklist:coroutines',
        'loopscope:edit:coroutines/first-await',
        'loopscope:playground',
        'loopscope:progress:read/coroutines',
        'loopscope:summary-length',
      ]) {
        localStorage.setItem(key, '{"tabs":[{"id":7}],"steps":"x","source":[]}');
      }
    });
  const { snippet } = await openPage({ prepare });
  expect(await (await snippet('coroutines/first-await')).text()).toContain('espresso');
  const { page } = await openPage({ prepare, path: 'playground/' });
  await page.locator('.playground-tab-name').getByText('main.py').waitFor();
});

describe('without JavaScript', () => {
  it('a chapter shows its programs, their output and their timelines, and no dead button', async () => {
    const { page } = await openPage({ javaScriptEnabled: false });
    const snippet = page.locator('[data-snippet="coroutines/first-await"]');
    expect(await snippet.locator('.snippet-listing').isVisible()).toBe(true);
    expect(await snippet.locator('.snippet-lines').getByText('espresso is ready').isVisible()).toBe(
      true,
    );
    expect(await snippet.locator('svg.ls-timeline-drawing').isVisible()).toBe(true);
    const dead = page.locator('main button:not(:disabled):visible');
    expect(await dead.allInnerTexts()).toEqual([]);
  });

  it.each([
    '',
    'coroutines/whole/',
    'glossary/',
    'recipes/',
    'flashcards/',
    'progress/',
    'playground/',
    'no/such/page/',
  ])('leaves nothing on /%s that does nothing', async (path) => {
    const { page } = await openPage({ path, javaScriptEnabled: false, complains: true });
    const controls = page.locator('button, input, select, textarea').filter({ visible: true });
    expect(await controls.evaluateAll((all) => all.map((one) => one.outerHTML))).toEqual([]);
    expect(
      await page
        .getByText(/being (fetched|read)|Loading/)
        .filter({ visible: true })
        .count(),
    ).toBe(0);
  });

  it.each([
    ['embed/', 'needs JavaScript'],
    ['flashcards/', 'All cards can be read here without it.'],
    ['progress/', 'The lessons can be read without it.'],
    ['playground/', 'The chapters show their programs, outputs and timelines without it.'],
  ])('is said to be needed on /%s', async (path, without) => {
    const { page } = await openPage({ path, javaScriptEnabled: false });
    expect(await page.getByText(without).isVisible()).toBe(true);
  });

  it('leaves a telephone its menu', async () => {
    const { page } = await openPage({
      path: 'coroutines/whole/',
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    const glossary = page.getByRole('link', { name: 'Glossary', exact: true });
    expect(await glossary.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await glossary.click();
    await page.waitForURL(/glossary\/$/);
  });
});

it('storage that is full loses no program, and says so', async () => {
  const { page, write, text, notice } = await open({ prepare: fullStorage });
  await write(COUNTER);
  await notice.first().waitFor();
  expect(await text()).toBe(COUNTER);
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.locator('.snippet-lines').getByText('two seconds').waitFor();
});

it('a browser without service workers or IndexedDB has the rest', async () => {
  await printsAfter((context) =>
    context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    }),
  );
});

it('cards can be gone through in a browser without IndexedDB, and the reader is told', async () => {
  const { page } = await openPage({
    path: 'flashcards/',
    prepare: (context) =>
      context.addInitScript(() => {
        Object.defineProperty(window, 'indexedDB', { value: undefined });
      }),
  });
  await page.getByText('lasts for this visit only').waitFor();
  await page.getByRole('button', { name: 'Study Everything' }).click();
  await page.keyboard.press('Space');
  await page.getByRole('group', { name: 'How well did you know it?' }).waitFor();
  await page.keyboard.press('4');
  await page.getByRole('button', { name: 'Show the answer' }).waitFor();
});
