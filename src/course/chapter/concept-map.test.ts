import { expect, test } from 'vitest';
import { Glossary, type Term } from '../glossary/glossary.ts';
import { brokenLines, conceptMap, NARROW } from './concept-map.ts';

const term = (id: string, chapter: string, relations: Term['relations'] = {}): Term => ({
  id,
  term: id,
  chapter,
  short: 'A thing.',
  relations,
});

test.each([
  ['task', ['task']],
  ['asynchronous context manager', ['asynchronous', 'context', 'manager']],
  ['run_coroutine_threadsafe', ['run_', 'coroutine_', 'threadsafe']],
  ['CancelledError', ['Cancelled', 'Error']],
  ['GIL', ['GIL']],
])('%s is broken where it can be read', (text, lines) => {
  expect(brokenLines(text, 13)).toEqual(lines);
});

test('lines of one text are much the same length', () => {
  expect(brokenLines('wraps in a task one', 18)).toEqual(['wraps in a', 'task one']);
});

test('a map has the terms at both ends of the relations that begin in its chapter', () => {
  const glossary = new Glossary([
    term('task', 'tasks', { wraps: ['coroutine'] }),
    term('coroutine', 'coroutines', { may: ['await'] }),
    term('await', 'coroutines'),
  ]);
  const { terms, links } = conceptMap(glossary, 'tasks', NARROW);
  expect(terms.map(({ term: { id }, guest }) => [id, guest])).toEqual([
    ['task', false],
    ['coroutine', true],
  ]);
  expect(links.map(({ relation }) => relation.verb)).toEqual(['wraps']);
});

test('a relation from another chapter is drawn where it joins terms that are there anyway', () => {
  const glossary = new Glossary([
    term('group', 'further', { ends: ['task'] }),
    term('star', 'further', { takes: ['group'] }),
    term('task', 'tasks', { raises: ['star'] }),
    term('lock', 'tasks', { knows: ['star'] }),
  ]);
  const { links } = conceptMap(glossary, 'further', NARROW);
  expect(links.map(({ relation }) => relation.verb)).toEqual(['ends', 'takes', 'raises']);
});

test('a chapter without relations is refused with the names of those that have terms', () => {
  const glossary = new Glossary([term('task', 'tasks')]);
  expect(() => conceptMap(glossary, 'taks', NARROW)).toThrow(
    '<ConceptMap chapter="taks">: expected a chapter with terms in content/glossary (tasks)',
  );
});
