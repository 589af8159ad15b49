import { expect, it } from 'vitest';
import { wrapped } from './wrap.ts';

const text = (...lines: string[]) => `${lines.join('\n')}\n`;

it('puts what awaits into main(), and leaves imports, functions and comments where they stand', () => {
  const program = text(
    '"""Two teas."""',
    'import asyncio',
    '',
    '# How long a tea takes.',
    'SECONDS = 2',
    '',
    'async def brew(name):',
    '    await asyncio.sleep(SECONDS)',
    '    return name',
    '',
    '# Both at once.',
    'teas = await asyncio.gather(brew("green"), brew("black"))',
    'print(teas)',
  );
  expect(wrapped(program, 12)).toBe(
    text(
      '"""Two teas."""',
      'import asyncio',
      '',
      '# How long a tea takes.',
      'SECONDS = 2',
      '',
      'async def brew(name):',
      '    await asyncio.sleep(SECONDS)',
      '    return name',
      '',
      '',
      'async def main():',
      '    # Both at once.',
      '    teas = await asyncio.gather(brew("green"), brew("black"))',
      '    print(teas)',
      '',
      '',
      'asyncio.run(main())',
    ),
  );
});

it('begins with the first statement that needs a loop, and imports asyncio where it is missing', () => {
  const program = text(
    'async def f():',
    '    return 1',
    'task = asyncio.create_task(f())',
    'print(await task)',
  );
  expect(wrapped(program, 4)).toBe(
    text(
      'import asyncio',
      '',
      'async def f():',
      '    return 1',
      '',
      '',
      'async def main():',
      '    task = asyncio.create_task(f())',
      '    print(await task)',
      '',
      '',
      'asyncio.run(main())',
    ),
  );
});

it('keeps names global that functions use, or that were bound before', () => {
  const program = text(
    'import asyncio',
    'count = 0',
    'def show():',
    '    print(lock, count)',
    'lock = await make()',
    'count += 1',
    'show()',
  );
  expect(wrapped(program, 5)).toContain(
    'async def main():\n    global lock, count\n    lock = await',
  );
});

it('sets functions that come later before main(), with what stands above them', () => {
  const program = text(
    'import asyncio',
    'await asyncio.sleep(1)',
    '',
    '# Says it.',
    'def say():',
    '    print(1)',
    '',
    'say()',
  );
  expect(wrapped(program, 2)).toBe(
    text(
      'import asyncio',
      '',
      '',
      '# Says it.',
      'def say():',
      '    print(1)',
      '',
      '',
      'async def main():',
      '    await asyncio.sleep(1)',
      '',
      '    say()',
      '',
      '',
      'asyncio.run(main())',
    ),
  );
});

it('makes the body of an `if __name__` that of main()', () => {
  const program = text(
    'import asyncio',
    'if __name__ == "__main__":',
    '    await asyncio.sleep(1)',
    '    await asyncio.sleep(2)',
  );
  expect(wrapped(program, 3)).toBe(
    text(
      'import asyncio',
      '',
      '',
      'async def main():',
      '    await asyncio.sleep(1)',
      '    await asyncio.sleep(2)',
      '',
      '',
      'if __name__ == "__main__":',
      '    asyncio.run(main())',
    ),
  );
});

it('does not indent what stands in a string', () => {
  const program = text('import asyncio', 'await asyncio.sleep(1)', 'print("""a', 'b"""', ')');
  expect(wrapped(program, 2)).toContain('    print("""a\nb"""\n    )\n');
});

it('takes another name where main is one already', () => {
  const program = text(
    'import asyncio',
    'async def main():',
    '    pass',
    'await main()',
    'await main()',
  );
  expect(wrapped(program, 4)).toContain('async def amain():\n    await main()');
});

it.each([
  ['a default that is made later', 'x = await f()\ndef g(a=x):\n    pass\n', 1],
  ['a loop that is started as well', 'await f()\nasyncio.run(g())\n', 1],
  ['all the names of a module', 'await f()\ntry:\n    from a import *\nexcept E:\n    pass\n', 1],
  [
    'a name declared with its type that functions use',
    'def g():\n    return x\nx: int = await f()\n',
    3,
  ],
  ['a function that is made twice', 'await f()\ndef g():\n    pass\ndef g():\n    return 1\n', 1],
  ['a string that does not end', 'await f("\n', 1],
  ['an await in a plain function', 'def g():\n    await f()\n', 2],
])('leaves alone %s', (_, program, line) => {
  expect(wrapped(program, line)).toBeNull();
});
