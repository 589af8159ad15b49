import { expect, test } from 'vitest';
import { firstUses } from './first-uses.ts';

const uses = (source: string) => Object.fromEntries(firstUses(source));

test('a term is placed after the headings that come before its first use', () => {
  const source = [
    'A <Term id="coroutine">coroutine</Term>.',
    '',
    '## Tasks',
    '',
    'A <Term id="task" /> and a <Term id="coroutine" />.',
    '',
    '### More',
    '',
    '<Fold>',
    '',
    'A <Term',
    '  id="future">future</Term>.',
    '',
    '</Fold>',
  ].join('\n');
  expect(uses(source)).toEqual({ coroutine: 0, task: 1, future: 2 });
});

test('what stands in a listing is neither heading nor term', () => {
  const source = '```python\n# A comment\n<Term id="x" />\n```\n\n## Real\n\n<Term id="y" />';
  expect(uses(source)).toEqual({ y: 1 });
});
