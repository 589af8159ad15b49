import { expect, test } from 'vitest';
import { checkReferences } from './card-references.ts';

const known = { sections: ['one-way-in', 'pitfalls'], terms: new Set(['run', 'task']) };
const check = (section: string, ...terms: string[]) =>
  checkReferences('coroutines', [{ id: 'what-run-does', section, terms }], known);

test('a card may name headings of its chapter and terms of the glossary', () => {
  expect(() => check('pitfalls', 'run', 'task')).not.toThrow();
  expect(() => check('one-way-in')).not.toThrow();
});

test('what refers to nothing is named with its file, its card and its field', () => {
  expect(() => check('one-way-out')).toThrow(
    'content/flashcards/coroutines.yaml, card "what-run-does", section: expected a lesson of the chapter or the address of a heading in one (one-way-in, pitfalls), found "one-way-out".',
  );
  expect(() => check('pitfalls', 'run', 'tsk')).toThrow(
    'content/flashcards/coroutines.yaml, card "what-run-does", terms: expected ids of the glossary, found "tsk", which has no content/glossary/tsk.md.',
  );
});
