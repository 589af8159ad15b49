import { expect, test } from 'vitest';
import { Glossary, letterOf, sentenceOf, type Term } from './glossary.ts';
import { glossaryFields } from './glossary-fields.ts';

const term = (id: string, rest: Partial<Term> = {}): Term => ({
  id,
  term: id.replaceAll('-', ' '),
  chapter: 'tasks',
  short: 'A thing.',
  relations: {},
  ...rest,
});

test('terms stand in the order of their letters, whatever marks are round them', () => {
  const glossary = new Glossary([
    term('wait'),
    term('await', { term: '`await`' }),
    term('CPU-bound'),
    term('task'),
  ]);
  expect(glossary.terms.map(({ id }) => id)).toEqual(['await', 'CPU-bound', 'task', 'wait']);
  expect(letterOf('`await`')).toBe('A');
});

test('a relation to no term is refused, with its file, its verb and what might be meant', () => {
  const terms = [
    term('task', { relations: { 'wraps a': ['coroutine'] } }),
    term('coroutine-object'),
  ];
  expect(() => new Glossary(terms)).toThrow(
    'content/glossary/task.md, relations, "wraps a": expected the id of a term, found "coroutine". ' +
      'Did you mean "coroutine-object"?',
  );
});

test('whoever asks for an unknown term is named', () => {
  expect(() => new Glossary([]).term('tusk', 'content/chapters/02-tasks.mdx')).toThrow(
    /^content\/chapters\/02-tasks\.mdx: .*"tusk"/,
  );
});

test('a relation reads as a sentence', () => {
  const glossary = new Glossary([
    term('task', { relations: { 'wraps a': ['coroutine'] } }),
    term('eager-task', { relations: { 'is a kind of': ['task'] } }),
    term('loop', { term: 'event loop', subject: 'the event loop', relations: { runs: ['task'] } }),
    term('gather', { term: '`gather`', relations: { 'makes a': ['task'] } }),
    term('coroutine'),
  ]);
  expect(glossary.relations.map(sentenceOf)).toEqual([
    'An eager task is a kind of task.',
    'The event loop runs task.',
    '`gather` makes a task.',
    'A task wraps a coroutine.',
  ]);
});

test('terms are related from both ends, each once', () => {
  const glossary = new Glossary([
    term('task', { relations: { wraps: ['coroutine'] } }),
    term('gather', { relations: { makes: ['task'], awaits: ['task'] } }),
    term('coroutine'),
  ]);
  expect(glossary.related(glossary.term('task', 'test')).map(({ id }) => id)).toEqual([
    'gather',
    'coroutine',
  ]);
});

const fields = { term: 'task', chapter: 'tasks', short: 'A thing.' };

test.each([
  ['a misspelt field', { ...fields, realtions: {} }, 'realtions'],
  ['a definition without a full stop', { ...fields, short: 'A thing' }, 'short'],
  ['an id in capitals', { ...fields, relations: { wraps: 'Coroutine' } }, 'relations'],
  [
    'a whole address',
    { ...fields, docs: { title: 'x', path: 'https://docs.python.org/' } },
    'path',
  ],
])('%s is refused, and the field is named', (_, given, field) => {
  const { success, error } = glossaryFields.safeParse(given);
  expect(success).toBe(false);
  expect(JSON.stringify(error?.issues)).toContain(field);
});

test('one target needs no list', () => {
  expect(glossaryFields.parse({ ...fields, relations: { wraps: 'task' } }).relations).toEqual({
    wraps: ['task'],
  });
});
