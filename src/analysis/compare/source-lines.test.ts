import { expect, test } from 'vitest';
import { alignSources, lineOfLeft } from './source-lines.ts';

const LEFT = 'import asyncio\nawait sleep(1)\nprint("done")';

test('a line that stands under something else now is a change, and no other line', () => {
  const right = 'import asyncio\nasync with lock:\n    await sleep(1)\nprint("done")';
  const rows = alignSources(LEFT, right);
  expect(rows.map(({ kind }) => kind)).toEqual(['same', 'right-only', 'changed', 'same']);
  expect([...lineOfLeft(rows)]).toEqual([
    [1, 1],
    [3, 2],
    [4, 3],
  ]);
});

test('a line with another number in it is a change of it', () => {
  const rows = alignSources(LEFT, LEFT.replace('1', '2'));
  expect(rows.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same']);
});
