/** A program that could not begin, put right at a press of the button beneath its verdict. */
import { expect, it } from 'vitest';
import { eventually } from './chapter-page.ts';
import { usePlayground } from './playground-page.ts';

const open = usePlayground();

const CELL = 'import asyncio\nawait asyncio.sleep(2)\nprint("slept")';

it('is offered in the playground, runs, and is taken back by the editor’s undo', async () => {
  const { page, write, run, text, lines } = await open();
  await write(CELL);
  await run();
  await page.getByText('outside any function, where Python does not allow it').first().waitFor();
  await page.getByRole('button', { name: 'Wrap it in main() and run' }).click();
  await lines.getByText('slept').waitFor();
  expect(await text()).toMatch(/async def main\(\):\s+await asyncio\.sleep\(2\)/);
  await eventually(() => page.getByRole('button', { name: 'Wrap it' }).count()).toBe(0);
  await page.locator('.playground-editor:not([hidden]) .view-lines').click();
  await page.keyboard.press('ControlOrMeta+Z');
  await eventually(text).toBe(CELL);
});

it('is offered no more once the program is another', async () => {
  const { page, write, run } = await open();
  await write('print(time.time())');
  await run();
  await page.getByRole('button', { name: 'Import time and run' }).waitFor();
  await write('print(1)');
  await eventually(() => page.getByRole('button', { name: 'Import time' }).count()).toBe(0);
});
