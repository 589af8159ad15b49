/** A traceback on the page: the exception first, and nothing of what Python printed lost. */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { eventually, useChapter } from './chapter-page.ts';

const openChapter = useChapter();

const PROGRAM = `import asyncio

async def main():
    await asyncio.sleep(1)
    return {}["price"]

asyncio.run(main())`;

const PRINTED =
  /^Traceback \(most recent call last\):\n {2}File "main\.py", line 7, in <module>\n[\s\S]*asyncio\/runners\.py[\s\S]*\n {2}File "main\.py", line 5, in main\n[\s\S]*\nKeyError: 'price'$/;

it('has the exception first, then the program’s frames, and the library’s folded', async () => {
  const { page, snippet } = await openChapter();
  const { root, edit, write } = await snippet('coroutines/first-await');
  await edit();
  await write(PROGRAM);
  await page.keyboard.press('Control+Enter');
  const block = root.locator('.traceback');
  await block.waitFor();
  const places = () =>
    block.locator('.traceback-line').evaluateAll((lines) =>
      lines
        .map((line) => ({ box: line.getBoundingClientRect(), text: line.textContent ?? '' }))
        .filter(({ box }) => box.height > 0)
        .sort((a, b) => a.box.top - b.box.top)
        .map(({ text }) => text.trim()),
    );
  // While the run plays, what is not printed yet is not shown.
  await eventually(async () => (await places()).slice(0, 3)).toEqual([
    "KeyError: 'price'",
    'File "main.py", line 7, in <module>',
    'asyncio.run(main())',
  ]);
  expect((await places()).join('\n')).not.toContain('runners.py');
  expect(await copied(page, '.traceback')).toMatch(PRINTED);
  // One moment, said once.
  expect(await root.locator('.snippet-line[data-stream="stderr"]').count()).toBe(1);

  await block.getByText('As Python prints it, with 3 frames in asyncio').click();
  expect((await places()).at(0)).toBe('Traceback (most recent call last):');
  expect((await places()).at(-1)).toBe("KeyError: 'price'");
  expect((await places()).join('\n')).toContain('runners.py');
  expect(await copied(page, '.traceback')).toMatch(PRINTED);
});

/** What the clipboard would hold of all that stands in an element. */
function copied(page: Page, selector: string): Promise<string> {
  return page.evaluate((found) => {
    const element = document.querySelector(found);
    const selection = getSelection();
    if (element) selection?.selectAllChildren(element);
    const text = selection?.toString().trim() ?? '';
    selection?.removeAllRanges();
    return text;
  }, selector);
}
