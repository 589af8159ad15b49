import { expect, test } from 'vitest';
import { clozeParts } from './cloze.ts';

test.each([
  ['a {{b}} c', ['a ', '[b]', ' c']],
  ['{{b}}', ['[b]']],
  ['{{a}}{{b}}.', ['[a]', '[b]', '.']],
  ['a {{line\nbreak}}', ['a ', '[line\nbreak]']],
  ['a {b} c', ['a {b} c']],
  ['an open {{gap', ['an open {{gap']],
])('“%s” has its gaps where the braces are', (text, parts) => {
  const shown = clozeParts(text).map((part) => (part.hidden ? `[${part.text}]` : part.text));
  expect(shown).toEqual(parts);
});
