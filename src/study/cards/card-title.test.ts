import { expect, test } from 'vitest';
import { cardAnchor, cardTitle } from './card-title.ts';

const code = { kind: 'code', source: 'pass', snippet: 'tasks/one-by-one' } as const;

test('a card is called after its question, and after its program where it has one', () => {
  const asked = { kind: 'prose', text: 'What does `run` print?' } as const;
  expect(cardTitle({ front: [asked] })).toBe('What does run print?');
  expect(cardTitle({ front: [asked, code] })).toBe('What does run print? (one_by_one.py)');
  expect(cardTitle({ front: [asked, { ...code, snippet: null }] })).toBe('What does run print?');
  expect(cardTitle({ front: [code] })).toBe('A program (one_by_one.py)');
});

test('an address has no slash', () => {
  expect(cardAnchor('tasks/one')).toBe('card-tasks-one');
});
