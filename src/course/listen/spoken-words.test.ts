import { expect, test } from 'vitest';
import { spokenCode, spokenProse } from './spoken-words.ts';

test.each([
  ['asyncio.create_task(ask())', 'async I O dot create task ask'],
  ['await asyncio.sleep(0.5)', 'await async I O dot sleep 0.5'],
  ['TaskGroup', 'Task Group'],
  ['__aexit__', 'dunder aexit'],
  ['except*', 'except star'],
  ['gather(*tasks)', 'gather star tasks'],
  ['return_exceptions=True', 'return exceptions equals True'],
  ['x = {"a": 1}', 'x equals a 1'],
  ['@dataclass', 'at dataclass'],
  ['total += price', 'total plus price'],
  ['async def main() -> None:', 'async def main gives None'],
  ['n != 3', 'n is not 3'],
])('the code %s is said %s', (code, words) => {
  expect(spokenCode(code)).toBe(words);
});

test('in prose only what a voice would stumble over is changed, and its ends stay', () => {
  expect(spokenProse(' asyncio overlaps I/O, and the GIL stays. ')).toBe(
    ' async I O overlaps I O, and the gill stays. ',
  );
  expect(spokenProse(' ')).toBe(' ');
});
