import { expect, test } from 'vitest';
import { minutesOf, unitContents } from './unit-minutes.ts';

const SOURCES = {
  program: () => 'import asyncio\n\nprint(1)\n',
  questions: () => 8,
  exercises: () => 3,
};

test('words are counted as a reader sees them, with code and inside components', () => {
  const body = `import At from './At.astro';

## Two words

Call \`f()\` at <At snippet="a/b" time="2.0">two seconds</At>.

<Pitfall title="not counted">

Two more.

</Pitfall>`;
  expect(unitContents(body, SOURCES).words).toBe(2 + 6 + 2);
});

test('programs, predictions, cards, questions and exercises are found', () => {
  const body = `<Snippet name="tasks/a" caption="A." />

<Snippet
  name="tasks/b"
  predict={{ order: true, because: 'It is so.' }}
/>

<Cards ids={['tasks/one', 'tasks/two']} />

<Quiz chapter="tasks" />

<Exercises chapter="tasks" />

<Closing question="tasks/last" />

<Closing exercise="tasks/limit" />`;
  expect(unitContents(body, SOURCES)).toEqual({
    words: 0,
    codeLines: 6,
    predictions: 1,
    cards: 2,
    questions: 9,
    exercises: 4,
  });
});

test('a lesson takes whole minutes, and never none', () => {
  const none = unitContents('', SOURCES);
  expect(minutesOf(none)).toBe(1);
  expect(minutesOf({ ...none, words: 1_000, codeLines: 50, exercises: 1 })).toBe(12);
});
