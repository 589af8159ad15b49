import { expect, test } from 'vitest';
import { lineWith } from './grade-exercise.ts';

const SOURCE = `import asyncio
# asyncio.gather in a comment
NOTE = "time.sleep in a string"
"""async with
in a longer one"""
async  with lock:
    create_tasks()
`;

test.each([
  ['async with', 6],
  ['asyncio.gather', null],
  ['time.sleep', null],
  ['create_task', null],
  ['create_tasks', 7],
])('%s is found in line %s', (construct, line) => {
  expect(lineWith(SOURCE, construct)).toBe(line);
});
