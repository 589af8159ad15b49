/** The exercises of a chapter: graded in the page by what the reader's program did. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { eventually, snippetIn, useChapter } from './chapter-page.ts';

const open = useChapter();
const NAME = 'coroutines/forgotten-await';
const SEATS = 'synchronization/seats-after-the-price';
const program = (file: string, name = NAME) =>
  readFileSync(`content/exercises/${name}/${file}.py`, 'utf8').trimEnd();

async function openExercise(kept?: object, name = NAME) {
  const { page } = await open({
    path: `${name.split('/')[0]}/practice/`,
    prepare: (context) =>
      context.addInitScript(([key, value]) => value && localStorage.setItem(key, value), [
        `loopscope:edit:exercise:${name}`,
        JSON.stringify(kept) as string | undefined,
      ] as const),
  });
  const root = page.locator(`[data-exercise="${name}"]`);
  await root.scrollIntoViewIfNeeded();
  await root.locator('[data-live]').waitFor();
  return { page, root, box: snippetIn(page, root) };
}

it('the starter fails with what was seen, the solution passes, and it counts as solved', async () => {
  const { page, root, box } = await openExercise();
  const article = page.getByRole('article', { name: 'Exercise 1: Weigh two parcels' });
  await article.getByRole('button', { name: 'Check' }).click();
  await root.getByText('Not yet.').waitFor();
  const demands = article.getByRole('list', { name: 'What is checked' }).getByRole('listitem');
  const failed = demands.filter({ hasText: 'Failed: ' });
  expect(await failed.first().textContent()).toContain('Seen: the program did not end well');
  expect(await root.locator('.snippet-lines').textContent()).toContain('TypeError');
  expect(await root.locator('.snippet-mark[data-state="raised"]').count()).toBe(1);

  await box.edit();
  await box.write(program('solution'));
  await article.getByRole('button', { name: 'Check' }).click();
  await root.getByText('Solved.').waitFor();
  expect(await demands.filter({ hasText: 'Passed: ' }).count()).toBe(await demands.count());
  expect(await article.getByText('The solution').isVisible()).toBe(true);

  await page.goto(new URL('/progress/', page.url()).href);
  const row = page.locator('[data-chapter="coroutines"]');
  await eventually(() => row.locator('[data-count="exercise"]').textContent()).toMatch(/^1 of /);
});

it('an answer that is only printed is refused, and what is wanted can be seen', async () => {
  const { root, box } = await openExercise();
  await box.edit();
  await box.write(program('wrong-only-printed'));
  await box.button('Check').click();
  await root.getByText('Not yet.').waitFor();
  const answer = await root.locator('.study-answer').textContent();
  expect(answer).toMatch(/^Not yet\. With other numbers .* is “together: 6 kg”; expected/);
  await root.getByRole('button', { name: 'Show the wanted picture' }).click();
  await root.locator('.study-wanted .ls-timeline').waitFor();
});

it('the run with other numbers can be watched, and the verdict stays', async () => {
  const { root, box } = await openExercise();
  await box.edit();
  await box.write(program('wrong-weighs-the-books-twice'));
  await box.button('Check').click();
  await root.getByText('Not yet.').waitFor();
  const answer = await root.locator('.study-answer').textContent();
  const output = root.locator('.snippet-lines');
  expect(await output.textContent()).toContain('together: 6 kg');
  await root.getByRole('button', { name: 'Watch that run' }).click();
  await eventually(() => output.textContent()).toContain('together: 11 kg');
  expect(await root.locator('.study-answer').textContent()).toBe(answer);
  await root.getByRole('button', { name: 'Show the wanted picture' }).click();
  await root.getByText('a run of a right program, with the same changes').waitFor();
});

it('what is right in the usual order alone is refused, and the order that broke it can be seen', async () => {
  const { root, box } = await openExercise(undefined, SEATS);
  const answer = root.locator('.study-answer');
  await box.button('Check').click();
  await answer.getByText('Not yet.').waitFor();
  expect(await answer.textContent()).toMatch(
    /^Not yet\. It broke in order \d+: line 1 of the output was “seats left: -1”, and not “seats left: 0”\. The timer of book\("Bo"/,
  );
  const output = root.locator('.snippet-lines');
  expect(await output.textContent()).toContain('seats left: 0');
  await root.getByRole('button', { name: /^See order \d+$/ }).click();
  await eventually(() => output.textContent()).toContain('seats left: -1');
  await root.getByRole('button', { name: 'Compare with the usual order' }).click();
  await root.getByRole('region', { name: /In the usual order against In order \d+/ }).waitFor();

  await box.edit();
  await box.write(program('solution', SEATS));
  await box.button('Check').click();
  await root.getByText('Solved.').waitFor();
});

it('is run without being judged, and its run is watched beside the code', async () => {
  const { root, box } = await openExercise();
  await box.edit();
  await box.write(program('solution'));
  await box.button('Run').click();
  await root.locator('.rv-timeline').waitFor();
  await root.locator('.verdict').waitFor();
  expect(await root.getByText('Solved.').count()).toBe(0);
  expect(await root.getByText('Not yet.').count()).toBe(0);
  await box.button('Check').click();
  await root.getByText('Solved.').waitFor();
});

it('hints come one by one, the solution after the last', async () => {
  const { root } = await openExercise();
  const solution = root.getByText('The solution');
  for (const left of [3, 2, 1]) {
    expect(await solution.isVisible()).toBe(false);
    await root.getByRole('button', { name: new RegExp(`hint \\(${left} left\\)`) }).click();
    await eventually(() => root.locator('.study-hint').count()).toBe(4 - left);
  }
  await solution.click();
  await root.getByText('books = await weigh("books")').last().waitFor();
  expect(await root.getByRole('button', { name: /hint/ }).count()).toBe(0);
});

it('the reader’s code is kept, handed over, reset, and got back', async () => {
  const { page, root, box } = await openExercise();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await box.edit();
  await box.write('print("mine")');
  await root.getByText('edited').waitFor({ state: 'attached' });
  await page.reload();
  await root.scrollIntoViewIfNeeded();
  await root.locator('[data-live]').waitFor();
  await eventually(box.text).toBe('print("mine")');

  await box.button('Copy the code').click();
  await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toBe(
    'print("mine")\n',
  );
  const download = page.waitForEvent('download');
  await box.button('Download as a .py file').click();
  expect((await download).suggestedFilename()).toBe('forgotten_await.py');
  expect(await readFile(await (await download).path(), 'utf8')).toBe('print("mine")\n');

  await box.button('Reset').click();
  await eventually(box.text).toBe(program('starter'));
  await box.button('Undo reset').click();
  await eventually(box.text).toBe('print("mine")');
});

it('an edit of an older version of the exercise is offered, not applied and not lost', async () => {
  const { root, box } = await openExercise({ source: 'older', current: 'print(1)', older: null });
  await root.getByText('The original has changed since you edited it.').waitFor();
  expect(await box.text()).toBe(program('starter'));
  await box.button('Bring my edit back').click();
  await eventually(box.text).toBe('print(1)');
});

it('is checked by the key that runs a snippet, too', async () => {
  const { page, root, box } = await openExercise();
  await box.code.focus();
  await page.keyboard.press('Control+Enter');
  await root.getByText('Not yet.').waitFor();
});
