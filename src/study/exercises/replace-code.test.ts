import { expect, test } from 'vitest';
import { replaceCode } from './replace-code.ts';

test.each([
  [
    'sleep(seconds)',
    'sleep(4 - seconds)',
    'await asyncio.sleep( seconds )',
    'await asyncio.sleep( 4 - seconds )',
  ],
  ['("Oslo", 2)', '("Oslo", 5)', "[('Oslo',2), ('Rome', 3)]", "[('Oslo',5), ('Rome', 3)]"],
  ['count(40_000)', 'count(20_000)', 'count(40000)', 'count(20_000)'],
  ['Scale(3)', 'Scale(5)', 'Scale(3), Scale(3), Scale(30)', 'Scale(5), Scale(5), Scale(30)'],
  ['free = 4', 'free = 6', 'free = 4  # seats', 'free = 6  # seats'],
  [
    'callback, self.kilos',
    'callback, self.kilos + 1',
    'callback, self.kilos)',
    'callback, self.kilos + 1)',
  ],
  ['"no gate"', '"fog"', 'raise LookupError("no gate")', 'raise LookupError("fog")'],
  ['ask()', 'await ask()', 'x = ask()', 'x = await ask()'],
  ['x = 1', 'y = 1', 'x = 1\nx = 1', 'y = 1\ny = 1'],
])('%s becomes %s in %s', (from, to, source, expected) => {
  expect(replaceCode(source, [{ from, to }])).toEqual({ source: expected });
});

test.each([
  ['time.sleep(2)', 'await asyncio.sleep(2)'],
  ['sleep(2)', '# sleep(2)'],
  ['sleep(2)', '"sleep(2)"'],
  ['"tea"', '"black tea"'],
  ['sleep', 'asleep'],
])('%s is not in %s', (from, source) => {
  const replacement = { from, to: 'x' };
  expect(replaceCode(source, [replacement])).toEqual({ missing: replacement });
});

test('a piece that is broken into lines keeps them', () => {
  const source = 'download(\n    "Waltz",  # a slow one\n    3,\n)\n';
  expect(replaceCode(source, [{ from: '"Waltz", 3', to: '"Samba", 1' }])).toEqual({
    source: 'download(\n    "Samba", 1,\n)\n',
  });
  expect(replaceCode(source, [{ from: '"Waltz", 3', to: '"Waltz", 1' }])).toEqual({
    source: 'download(\n    "Waltz",  # a slow one\n    1,\n)\n',
  });
});

test('one replacement is made after another', () => {
  expect(
    replaceCode('a = 1', [
      { from: 'a', to: 'b' },
      { from: 'b = 1', to: 'b = 2' },
    ]),
  ).toEqual({ source: 'b = 2' });
});
