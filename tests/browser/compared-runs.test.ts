/** Two runs set against each other: in the playground, in a snippet, in a lesson, in an exercise. */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { eventually, snippetIn, useChapter } from './chapter-page.ts';
import { usePlayground } from './playground-page.ts';

const open = useChapter();
const openPlayground = usePlayground(open);

const buying = (seconds: number) => `import asyncio

stock = 1


async def buy(name, seconds):
    global stock
    await asyncio.sleep(seconds)
    if stock < 1:
        print(name, "is too late")
        return
    await asyncio.sleep(0.1)
    stock -= 1
    print(name, "has it")
    assert stock >= 0, "sold twice"


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(buy("a", 0.1))
        group.create_task(buy("b", ${seconds}))


asyncio.run(main())
`;

function comparison(page: Page) {
  const view = page.locator('.cv');
  return {
    view,
    button: (name: string) => view.getByRole('button', { name, exact: true }),
    pictures: view.getByRole('img', { name: /^Timeline of / }),
    lead: view.locator('.cv-parting-words'),
    step: async () => /step (\d+)/.exec((await view.locator('.rv-clock').textContent()) ?? '')?.[1],
    /** The rows of the output by how they fare. */
    output: () =>
      view
        .locator('.cv-output tbody tr')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-kind'))),
  };
}

it('the playground’s run is set against the one before, both playheads going together', async () => {
  const { page, button, write, run } = await openPlayground();
  await write(buying(0.3));
  await run();
  await write(buying(0.15));
  await run();
  await page.getByText('Compare …').click();
  await button('with the run before').click();
  const { view, pictures, lead, step, output, button: own } = comparison(page);
  await pictures.nth(1).waitFor();
  expect(await lead.textContent()).toBe(
    'The first difference is at 0.150 s.' +
      'The run beforebuy("a", 0.1) is ready to run, at 0.200 s, 50 ms later' +
      'This runbuy("b", 0.15) is ready to run',
  );
  expect(await view.locator('.cv-parting').count()).toBe(2);
  expect(await output()).toEqual(['same', 'missing', 'added', 'added']);
  expect(await view.locator('.cv-code li').allInnerTexts()).toEqual([
    expect.stringContaining('buy("b", 0.3)'),
    expect.stringContaining('buy("b", 0.15)'),
  ]);
  const whatDiffers = view.getByRole('table', { name: 'What differs' });
  expect(await whatDiffers.textContent()).toMatch(
    /Ended \(0\.300 s\)\s*Ended by an ExceptionGroup/,
  );

  const first = await step();
  await own('Step forward').click();
  expect(await step()).toBe(String(Number(first) + 1));
  await page.keyboard.press('ArrowLeft');
  expect(await step()).toBe(first);
  await page.keyboard.press('End');
  expect((await view.locator('.rv-clock').textContent()) ?? '').toContain('0.300 s');
  await own('First difference').click();
  expect(await step()).toBe(first);
  await own('by steps').click();
  await eventually(() => view.locator('.end-text').first().textContent()).toMatch(/steps$/);
  await own('As a table').click();
  const table = view.getByRole('table', { name: 'What each did in either run' });
  expect(await table.getByRole('row').count()).toBe(4);

  await own('Close the comparison').click();
  await page.locator('.verdict').waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toBe(
    'Compare …',
  );
});

it('a program is set against itself with another seed, on a telephone as well', async () => {
  const { page, write, button } = await openPlayground({ viewport: { width: 390, height: 844 } });
  await write(
    'import asyncio\nimport random\n\n\nasync def main():\n    await asyncio.sleep(random.random())\n\n\nasyncio.run(main())\n',
  );
  await button('Run').click();
  await page.getByText('Compare …').click();
  await page.getByLabel('Seed', { exact: true }).last().fill('7');
  await button('with another seed:').click();
  const { view, pictures, lead } = comparison(page);
  await pictures.nth(1).waitFor();
  expect(await lead.textContent()).toMatch(/is a time: main is ready to run/);
  expect(await view.locator('.cv-title').textContent()).toBe('Seed 0 against Seed 7');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

it('an edited snippet is set against the original', async () => {
  const { page, snippet } = await open();
  const { root, edit, write, text, button } = await snippet('coroutines/three-in-a-row');
  const source = await text();
  await edit();
  await write(source.replace('import asyncio', 'import asyncio\n\nprint("new")'));
  await button('Run').click();
  await button('Compare with the original').click();
  const { view, pictures, output } = comparison(page);
  await pictures.nth(1).waitFor();
  expect(await output()).toContain('added');
  expect(new Set(await output())).toEqual(new Set(['same', 'added']));
  // The new line is printed outside tasks, where the original does nothing.
  expect(await view.locator('.cv-missing').count()).toBe(1);
  expect(await view.locator('.cv-sign').count()).toBe(2);
  expect(await root.locator('.cv').count()).toBe(1);
});

it('two programs of a lesson are stepped through together', async () => {
  const { page } = await open({ path: 'synchronization/lock/' });
  const offer = page.getByRole('button', { name: 'Step through both, and see where they part' });
  await page.keyboard.press('Shift');
  await offer.scrollIntoViewIfNeeded();
  const { pictures, lead, button } = comparison(page);
  await expect
    .poll(
      async () => {
        if ((await pictures.count()) === 0 && (await offer.count()) > 0) await offer.click();
        return pictures.count();
      },
      { timeout: 20_000 },
    )
    .toBe(2);
  expect(await lead.textContent()).toMatch(/^The first difference is/);
  await button('Close the comparison').click();
  await offer.waitFor();
});

it('an exercise’s run is set against a right program, which itself is not shown', async () => {
  const { page } = await open({ path: 'coroutines/practice/' });
  const root = page.locator('[data-exercise="coroutines/forgotten-await"]');
  await root.scrollIntoViewIfNeeded();
  await root.locator('[data-live]').waitFor();
  await root.getByRole('button', { name: 'Check' }).click();
  await root.getByText('Not yet.').waitFor();
  await snippetIn(page, root).button('Compare with a right program').click();
  const { view, pictures } = comparison(page);
  await pictures.nth(1).waitFor();
  expect(await view.locator('.cv-code').count()).toBe(0);
});
