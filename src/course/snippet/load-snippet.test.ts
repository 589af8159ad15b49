import { expect, test } from 'vitest';
import { loadSnippet } from './load-snippet.ts';

test('a program that is not there is told of where it was named', () => {
  expect(() => loadSnippet('tasks/no-such')).toThrow(
    '<Snippet name="tasks/no-such">: expected a program at content/snippets/tasks/no-such.py',
  );
  expect(() => loadSnippet('tasks/no-such', 'content/quizzes/tasks.yaml, question "a"')).toThrow(
    'content/quizzes/tasks.yaml, question "a": expected a program at',
  );
});
