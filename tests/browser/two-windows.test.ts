/** One browser, two windows on the same thing: nothing of the reader's is lost between them. */
import type { BrowserContext, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { eventually, snippetIn, useChapter, wake } from './chapter-page.ts';
import { playgroundIn, usePlayground } from './playground-page.ts';

const open = useChapter();
const openPlayground = usePlayground(open);

/** Another window of the same browser, at the same address. */
async function besides(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  return other;
}

/** Before the page listens: so that it can be kept from hearing what other windows store. */
const canBeDeaf = (context: BrowserContext) =>
  context.addInitScript(() => {
    addEventListener('storage', (event) => {
      if (document.body.hasAttribute('data-deaf')) event.stopImmediatePropagation();
    });
  });

describe('the playground in two windows', () => {
  async function openTwo() {
    const left = await openPlayground({ prepare: canBeDeaf });
    const right = playgroundIn(await besides(left.page));
    await right.ready();
    return { left, right };
  }

  /** The programs, whichever tabs they are in. */
  const kept = (page: Page) =>
    page.evaluate(() => {
      const { tabs } = JSON.parse(localStorage.getItem('loopscope:playground') ?? '{"tabs":[]}');
      return tabs.map(({ name, source }: { name: string; source: string }) => `${name}: ${source}`);
    });

  it('shows in one what is typed in the other, and says so', async () => {
    const { left, right } = await openTwo();
    await left.write('print("left")');
    await eventually(right.text).toBe('print("left")');
    expect(await right.notice.textContent()).toContain(
      'main.py was changed in another window, and is shown as it is there.',
    );
    await right.write('print("right")');
    await eventually(left.text).toBe('print("right")');
  });

  /** The window hears nothing of the others while that is done: it is as if both did it at once. */
  async function unheard(page: Page, done: () => Promise<void>) {
    const setDeaf = (isDeaf: boolean) =>
      page.evaluate((deaf) => document.body.toggleAttribute('data-deaf', deaf), isDeaf);
    await setDeaf(true);
    await done();
    await setDeaf(false);
  }

  async function typeInBoth() {
    const { left, right } = await openTwo();
    await unheard(right.page, async () => {
      await left.write('print("left")');
      await eventually(() => kept(left.page)).toEqual(['main.py: print("left")']);
      await right.write('print("right")');
      await eventually(async () => (await kept(left.page)).length).toBe(2);
    });
    return { left, right };
  }

  it('keeps both where both type into one tab, over a reload as well', async () => {
    const { left, right } = await typeInBoth();
    expect(await kept(left.page)).toEqual(['main.py: print("left")', 'main-2.py: print("right")']);
    expect([await left.text(), await right.text()]).toEqual(['print("left")', 'print("right")']);
    expect(await right.notice.textContent()).toContain(
      'main.py was changed in another window as well. Both are kept: yours is main-2.py now.',
    );
    expect(await right.tabs()).toBe('main.py [main-2.py]');
    await eventually(left.tabs).toBe('[main.py] main-2.py');
    await left.page.reload();
    await left.ready();
    expect((await left.tabs()).replace(/[[\]]/g, '')).toBe('main.py main-2.py');
  });

  it('goes on in its own tab, in the editor that it was typing in', async () => {
    const { left, right } = await typeInBoth();
    for (const { page } of [right, left]) {
      await page.bringToFront();
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.type('  # more');
    }
    await eventually(() => kept(left.page)).toEqual([
      'main.py: print("left")  # more',
      'main-2.py: print("right")  # more',
    ]);
    expect(await right.text()).toBe('print("right")  # more');
  });

  async function openTwoPrograms() {
    const { left, right } = await openTwo();
    await left.button('New program').click();
    await eventually(right.tabs).toContain('main-2.py');
    for (const { page } of [left, right]) {
      await page.locator('.playground-tab-name').first().click();
    }
    return { left, right };
  }

  it('keeps a program that one closes and the other changes', async () => {
    const { left, right } = await openTwoPrograms();
    await unheard(right.page, async () => {
      await left.button('Close main.py').click();
      await eventually(async () => (await kept(left.page)).length).toBe(1);
      await right.write('print("kept")');
      await right.notice.getByText('It stays open here, because you have changed it.').waitFor();
    });
    await eventually(left.tabs).toContain('main.py');
    await eventually(() => kept(left.page)).toContain('main.py: print("kept")');
  });

  it('opens again what it has closed after the other had changed it', async () => {
    const { left, right } = await openTwoPrograms();
    await unheard(left.page, async () => {
      await right.write('print("kept")');
      await eventually(() => kept(right.page)).toContain('main.py: print("kept")');
      await left.button('Close main.py').click();
      await left.notice.getByText('main.py is open again').waitFor();
    });
    await eventually(left.tabs).toContain('main.py');
    expect(await right.text()).toBe('print("kept")');
  });

  it('closes in one what is closed in the other, and brings it back', async () => {
    const { left, right } = await openTwo();
    await left.write('print("closed")');
    await eventually(right.text).toBe('print("closed")');
    await left.button('New program').click();
    await eventually(right.tabs).toContain('main-2.py');
    await left.page.locator('.playground-tab-name').first().click();
    await left.button('Close main.py').click();
    await right.notice.getByText('main.py was closed in another window.').waitFor();
    await right.button('Open it again').click();
    await eventually(right.text).toBe('print("closed")');
    await eventually(left.tabs).toContain('main.py');
  });
});

describe('a snippet in two windows', () => {
  const NAME = 'coroutines/first-await';

  async function openTwo() {
    const { page } = await open();
    const pages = [page, await besides(page)];
    const [left, right] = await Promise.all(
      pages.map(async (each) => {
        const root = each.locator(`[data-snippet="${NAME}"]`);
        await wake(root);
        return { page: each, ...snippetIn(each, root) };
      }),
    );
    if (!left || !right) throw new Error('expected two windows');
    return { left, right };
  }

  it('has in one what was typed in the other', async () => {
    const { left, right } = await openTwo();
    await left.edit();
    await left.write('print("left")');
    await right.code.locator('.snippet-listing').getByText('print("left")').waitFor();
    expect(await right.root.locator('.snippet-edited').count()).toBe(1);
  });

  it('keeps both edits where both type, and shows the other when asked', async () => {
    const { left, right } = await openTwo();
    await left.edit();
    await right.edit();
    await left.page.bringToFront();
    await left.write('print("left")');
    await right.page.bringToFront();
    await right.write('print("right")');
    await right.page.waitForTimeout(400);
    await left.page.bringToFront();
    await left.write('print("left again")');
    const notice = left.root.getByText('edited in another window as well');
    await notice.waitFor();
    expect(await left.text()).toBe('print("left again")');
    await left.button('Show the other edit').click();
    await eventually(left.text).toBe('print("right")');
    await left.button('Show the other edit').click();
    await eventually(left.text).toBe('print("left again")');

    await left.page.waitForTimeout(400);
    const third = await besides(left.page);
    const root = third.locator(`[data-snippet="${NAME}"]`);
    await wake(root);
    await root.getByText('edited in another window as well').waitFor();
    await root.getByRole('button', { name: 'Discard the other', exact: true }).click();
    await notice.waitFor({ state: 'detached' });
  });
});

it('a card that is answered in one window is not asked in the other', async () => {
  const { page: left } = await open({ path: 'flashcards/' });
  const right = await besides(left);
  for (const page of [left, right]) {
    await page.locator('[data-ready]').waitFor();
    await page.getByRole('button', { name: 'Study Everything' }).click();
  }
  const cardOf = (page: Page) => page.locator('[data-card]').getAttribute('data-card');
  const first = await cardOf(left);
  expect(await cardOf(right)).toBe(first);
  await left.bringToFront();
  await left.keyboard.press('Space');
  await left.keyboard.press('4');
  await right.getByText('The card that was here has been answered in another window.').waitFor();
  await eventually(() => cardOf(right)).toBe(await cardOf(left));
  expect(await cardOf(right)).not.toBe(first);

  await right.bringToFront();
  await right.keyboard.press('Space');
  await left.bringToFront();
  await left.keyboard.press('Space');
  await left.keyboard.press('4');
  await right.getByText('Both answers count.').waitFor();
});

it('what is done in one window shows in the progress of the other', async () => {
  const { page: progress } = await open({ path: 'progress/' });
  await progress.locator('[data-ready]').waitFor();
  const run = () => progress.locator('[data-chapter="coroutines"] td').nth(1).textContent();
  await eventually(run).toMatch(/^0 of/);
  const chapter = await progress.context().newPage();
  await chapter.goto(new URL('/coroutines/whole/', progress.url()).href);
  const root = chapter.locator('[data-snippet="coroutines/first-await"]');
  await wake(root);
  await root.getByRole('button', { name: 'Run', exact: true }).click();
  await eventually(run).toMatch(/^1 of/);
});
