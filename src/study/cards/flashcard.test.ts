import { describe, expect, test } from 'vitest';
import type { OutputScript } from '../../analysis/playback.ts';
import { outputScript } from '../../analysis/playback.ts';
import { created, printed, traceOf } from '../../trace/test-events.ts';
import { flashcardOf, spokenText } from './flashcard.ts';
import { type FlashcardEntry, flashcardFileFields } from './flashcard-fields.ts';

const script: OutputScript = outputScript(
  traceOf([...created(0, 1, 'main'), printed(1.5, 1, 'tea\n')]),
);
const snippet = { name: 'c/tea', source: 'print("tea")\n', script };

function entryOf(fields: Record<string, unknown>): FlashcardEntry {
  const common = { id: 'one', level: 'easy', section: 'a-heading' };
  const [entry] = flashcardFileFields.parse({ cards: [{ ...common, ...fields }] }).cards;
  return entry as FlashcardEntry;
}

describe('a card of each kind', () => {
  const code = { kind: 'code', source: 'print("tea")', snippet: 'c/tea' };
  const output = { kind: 'output', lines: [{ at: '1.500', text: 'tea', error: false }] };
  const prose = (text: string) => ({ kind: 'prose', text });

  test.each([
    [{ kind: 'question', ask: 'Q?', answer: 'A.' }, [prose('Q?')], [prose('A.')]],
    [
      { kind: 'question', ask: 'Q?', answer: 'A.', snippet: 'c/tea' },
      [prose('Q?')],
      [prose('A.'), code],
    ],
    [
      { kind: 'cloze', text: 'A {{task}} runs {{soon}}.', because: 'So.' },
      [prose('A […] runs […].')],
      [prose('A task runs soon.'), prose('So.')],
    ],
    [
      { kind: 'prints', snippet: 'c/tea' },
      [prose('What does this print, and when?'), code],
      [output],
    ],
    [
      { kind: 'bug', code: 'oops()', answer: 'A.' },
      [prose('What is wrong here?'), { kind: 'code', source: 'oops()', snippet: null }],
      [prose('A.')],
    ],
    [
      { kind: 'bug', snippet: 'c/tea', answer: 'A.' },
      [prose('What is wrong here?'), code],
      [prose('A.')],
    ],
  ])('%o', (fields, front, back) => {
    const card = flashcardOf(
      'c',
      entryOf(fields),
      '/c/a-heading/',
      'snippet' in fields ? snippet : null,
    );
    expect(card).toMatchObject({ id: 'c/one', chapter: 'c', front, back });
  });
});

test('what is read aloud has no marks of code, and says what cannot be read', () => {
  const card = flashcardOf(
    'c',
    entryOf({ kind: 'cloze', text: '`run` makes a {{loop}}.' }),
    '',
    null,
  );
  expect(spokenText(card.front)).toBe('run makes a blank.');
  const prints = flashcardOf('c', entryOf({ kind: 'prints', snippet: 'c/tea' }), '', snippet);
  expect(spokenText(prints.front)).toContain('There is a program on the card.');
  expect(spokenText(prints.back)).toBe('At 1.5 seconds: tea.');
});

test.each([
  ['a gap is missing', { kind: 'cloze', text: 'No gap.' }, 'at least one gap'],
  ['a backtick is alone', { kind: 'question', ask: 'Is `a?', answer: 'A.' }, 'backtick'],
  ['a field is misspelt', { kind: 'question', ask: 'Q?', anwser: 'A.' }, 'anwser'],
  ['there is nothing to look at', { kind: 'bug', answer: 'A.' }, 'either snippet or code'],
])('an entry is refused where %s', (_, fields, message) => {
  expect(() => entryOf(fields)).toThrow(message);
});

test('two cards of one name are refused', () => {
  const card = entryOf({ kind: 'question', ask: 'Q?', answer: 'A.' });
  expect(() => flashcardFileFields.parse({ cards: [card, card] })).toThrow('is used twice');
});
