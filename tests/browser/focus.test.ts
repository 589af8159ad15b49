/** Whoever works by the keyboard is never thrown back to the top of the page by what they press. */
import type { Locator, Page } from 'playwright';
import { afterEach, expect, it } from 'vitest';
import { settled, useChapter } from './chapter-page.ts';
import { usePlayground } from './playground-page.ts';

const open = useChapter();
const openPlayground = usePlayground();

let lost: string[] = [];
afterEach(() => {
  const found = lost;
  lost = [];
  expect(found, 'after this the focus is nowhere').toEqual([]);
});

/** Presses keys, waits for what comes of them, and notes them where the focus is nowhere then. */
async function press(page: Page, what: string, keys: string[], done?: Locator) {
  for (const key of keys) await page.keyboard.press(key);
  await done?.waitFor();
  await settled(page);
  await settled(page);
  const focused = await page.evaluate(() => {
    const { activeElement } = document;
    return activeElement !== document.body && activeElement?.checkVisibility() === true;
  });
  if (!focused) lost.push(what);
}

/** Presses Enter on a button. */
async function enter(page: Page, button: Locator, done?: Locator) {
  await button.focus();
  const name = await button.evaluate((element) => element.ariaLabel ?? element.textContent);
  await press(page, String(name), ['Enter'], done);
}

it('by what is done to a snippet', async () => {
  const { page, snippet } = await open({ reducedMotion: 'reduce' });
  const { root, button, code, lines } = await snippet('coroutines/first-await');
  const listing = root.locator('[data-mode="listing"]');
  await enter(page, button('Run'), lines.getByText('espresso is ready'));
  await enter(page, button('As a table'), root.locator('.rv-table'));
  await enter(page, button('As a timeline'), root.locator('.rv-tracks'));
  await enter(page, button('Inside the loop'), root.locator('.rv-inspector'));
  await enter(page, button('Edit'), root.locator('[data-mode="editing"]'));
  await page.keyboard.insertText('#');
  await press(page, 'Escape', ['Escape'], listing);
  await enter(page, button('Reset'), button('Undo reset'));
  await enter(page, button('Undo reset'), button('Reset'));
  await enter(page, button('Edit'), root.locator('[data-mode="editing"]'));
  await enter(page, button('Done editing'), listing);
  await code.focus();
  await press(page, 'Enter in the code', ['Enter'], root.locator('[data-mode="editing"]'));
  await press(page, 'Control+Enter', ['Control+Enter'], lines.first());
  await press(page, 'Escape again', ['Escape'], listing);
});

it('by a prediction, a card, a question, a hint, and the search', async () => {
  const { page, snippet } = await open({ reducedMotion: 'reduce' });
  const predicted = await snippet('coroutines/calling-runs-nothing');
  await predicted.root.getByRole('radio').first().focus();
  await press(page, 'an option', ['Space']);
  await enter(page, predicted.button('Check'));

  const card = page.locator('[data-card="coroutines/what-a-call-gives"]');
  await card.scrollIntoViewIfNeeded();
  await card.locator('xpath=ancestor::astro-island[not(@ssr)]').waitFor();
  await card.locator('summary').focus();
  await press(page, 'a card', ['Enter'], card.getByRole('button', { name: /^Easy/ }));
  await enter(page, card.getByRole('button', { name: /^Easy/ }), card.getByText('In your deck'));

  const question = page.locator('[data-question="coroutines/plain-go-between"]');
  await question.scrollIntoViewIfNeeded();
  await question.locator('xpath=ancestor::astro-island[not(@ssr)]').waitFor();
  await question.getByRole('radio').first().focus();
  await press(page, 'an answer', ['Space']);
  await enter(
    page,
    question.getByRole('button', { name: 'Check' }),
    question.locator('.study-answer'),
  );
  await question.getByRole('radio').nth(1).focus();
  await press(page, 'another answer', ['Space']);
  await enter(
    page,
    question.getByRole('button', { name: 'Check again' }),
    question.locator('.study-answer:not([data-nudge])'),
  );
  await enter(page, question.getByRole('button', { name: 'Answer it anew' }));

  await page.goto(new URL('/coroutines/practice/', page.url()).href);
  const exercise = page.locator('[data-exercise]').first();
  await exercise.scrollIntoViewIfNeeded();
  await exercise.locator('astro-island[client]:not([ssr])').waitFor();
  const hint = exercise.getByRole('button', { name: /hint/i });
  while ((await hint.count()) > 0) await enter(page, hint);

  const search = page.getByRole('button', { name: 'Search', exact: true });
  await enter(page, search, page.locator('dialog[open]'));
  await press(page, 'Escape from the search', ['Escape']);
});

it('by a session of cards', async () => {
  const { page } = await open({ path: 'flashcards/' });
  const question = page.getByRole('region', { name: 'Question' });
  const answer = page.getByRole('region', { name: 'Answer' });
  await enter(page, page.getByRole('button', { name: 'Study Everything' }), question);
  await enter(page, page.getByRole('button', { name: 'Show the answer' }), answer);
  await press(page, 'a grade', ['3'], question);
  await press(page, 'undo', ['u'], page.getByText('Taken back.'));
  await press(page, 'a turn', ['Space'], answer);
  await enter(page, page.getByRole('button', { name: /^Good/ }), question);
  await enter(page, page.getByRole('button', { name: /^Undo/ }), page.getByText('Taken back.'));
  await enter(
    page,
    page.getByRole('button', { name: 'Suspend' }),
    page.getByText('Suspended.', { exact: true }),
  );
  await enter(page, page.getByRole('button', { name: 'All decks' }), page.locator('[data-aside]'));
  await enter(
    page,
    page.getByRole('button', { name: /^Resume/ }),
    page.getByText('comes up again'),
  );
});

it('in the playground', async () => {
  const { page, button, notice } = await openPlayground();
  const ending = page.locator('[data-kind="ending"]');
  await enter(page, button('Run'), ending);
  await enter(page, button('Share'), page.locator('dialog[open]'));
  await press(page, 'Escape from a dialogue', ['Escape']);
  await enter(page, button('New program'), button('Close main-2.py'));
  await enter(page, button('Rename main-2.py'));
  await press(page, 'a new name', ['Enter'], button('Rename main-2.py'));
  await enter(page, button('Close main-2.py'), notice.getByText('Closed'));
  await enter(page, button('Undo'), button('Close main-2.py'));
  await enter(page, button('Close main-2.py'), notice.getByText('Closed'));
  await enter(page, button('Dismiss'));
  await enter(page, button('Examples'), page.locator('dialog[open]'));
  await page.getByLabel('Find an example').fill('espresso first');
  await enter(
    page,
    button('First await'),
    page.locator('.playground-tab-name').getByText('first_await'),
  );
});
