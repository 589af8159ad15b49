/** The other orders of a program, tried in the page. */
import type { Locator } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useChapter, withAnswerShown } from './chapter-page.ts';
import { usePlayground } from './playground-page.ts';

const openChapter = useChapter();
const open = usePlayground(openChapter);

const RACE = `import asyncio

tickets = 2


async def sell(name, thinks):
    global tickets
    await asyncio.sleep(thinks)
    if tickets > 0:
        await asyncio.sleep(0.002)
        tickets -= 1
        print(name)


async def main():
    await asyncio.gather(sell("Ada", 0.010), sell("Ben", 0.020), sell("Cy", 0.0235))
    assert tickets >= 0, f"sold {2 - tickets} of 2"


asyncio.run(main())
`;

describe('the other orders of a program', () => {
  it('are tried by one click, and the one that breaks it is shown, shared and run again', async () => {
    const { page, write, button, lines } = await open({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await write(RACE);
    await button('Try other orders').click();
    await page.getByText('Here is an order that breaks it.').waitFor();
    const late = page.locator('.orders-found-words li');
    expect(await late.allInnerTexts()).toEqual([
      expect.stringMatching(/^The timer of sell\("Ben", 0\.02\), due at 0\.022, was put off by/),
    ]);
    await page.getByRole('region', { name: 'Usual order against Broken order' }).waitFor();
    const headline = page.locator('.orders-headline');
    await page
      .getByText(/of 1,000 orders break it\.$/)
      .first()
      .waitFor();
    const outcomes = page.getByRole('list', { name: 'Outcomes' }).getByRole('listitem');
    expect(await outcomes.first().textContent()).toMatch(
      /Broken[\s\S]*AssertionError: sold 3 of 2/,
    );
    await page.getByRole('checkbox', { name: 'an exception' }).click();
    await page.getByRole('checkbox', { name: 'an exit status but 0' }).click();
    expect(await headline.textContent()).toMatch(/none counts as broken\.$/);

    await button('Copy a link to it').click();
    await button('Copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await button('Run in this order').click();
    await page.getByText('Not in its usual order.').waitFor();
    await page.getByText('AssertionError: sold 3 of 2').first().waitFor();

    const opened = await open({ path: `playground/${new URL(link).hash}` });
    await opened.page.getByText('Output of a run recorded in the link').waitFor();
    await opened.page.getByText('AssertionError: sold 3 of 2').first().waitFor();
    await opened.run();
    await opened.page.getByText('Not in its usual order.').waitFor();
    expect((await opened.lines.allInnerTexts()).join()).toContain('AssertionError: sold 3 of 2');
    await opened.button('Usual order').click();
    await opened.page.getByText('Not in its usual order.').waitFor({ state: 'detached' });
    await opened.page.locator('.snippet-lines [data-kind="ending"]').waitFor();
    expect((await opened.lines.allInnerTexts()).join()).not.toContain('AssertionError');
    expect(await lines.count()).toBeGreaterThan(0);
  });

  it('are left where they were by Stop, also in a program that only computes', async () => {
    const { page, write, button } = await open();
    await write('while True: pass');
    await button('Try other orders').click();
    await page.locator('.orders-headline').filter({ hasText: 'Running it' }).waitFor();
    await page.locator('.orders').getByRole('button', { name: 'Stop' }).click();
    const headline = page.locator('.orders-headline');
    await headline.filter({ hasText: 'No other order was tried.' }).waitFor();
    await write('import asyncio\nasyncio.run(asyncio.sleep(1))');
    await page.getByText('before your last change').waitFor();
    await button('Try those of this one').click();
    await headline.filter({ hasText: '1,000 orders, one outcome.' }).waitFor();
    await page.locator('.orders-note').filter({ hasText: 'That is no proof' }).waitFor();
    await page.getByText('Which orders are tried').click();
    const lesson = page.getByRole('link', { name: 'The lesson on the order that breaks it' });
    const answer = await page.request.get(new URL(await hrefOf(lesson), page.url()).href);
    expect(answer.status()).toBe(200);
    await button('Run').click();
    await page.locator('.snippet-lines [data-kind="ending"]').waitFor();
    expect(await page.locator('.orders').count()).toBe(0);
  });

  it('are among the tools of a lesson’s program, and make way for its run', async () => {
    const name = 'coroutines/first-await';
    const { snippet } = await openChapter({ prepare: withAnswerShown(name) });
    const { root, button } = await snippet(name);
    await button('Try other orders').click();
    await root
      .locator('.orders-headline')
      .filter({ hasText: /one outcome|one order/ })
      .waitFor();
    await root.getByRole('button', { name: 'Back to the run' }).click();
    expect(await root.locator('.orders').count()).toBe(0);
  });
});

async function hrefOf(link: Locator): Promise<string> {
  return (await link.getAttribute('href')) ?? '';
}
