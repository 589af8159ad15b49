import { describe, expect, it } from 'vitest';
import { awaited, started, withStart } from './start.ts';

const MAIN = 'import asyncio\n\nasync def main(n=1):\n    await asyncio.sleep(n)\n\n';

describe('a coroutine at the top level', () => {
  it('is started instead of awaited, or of only being made', () => {
    expect(started(`${MAIN}await main(2)  # go\n`, 6)).toBe(`${MAIN}asyncio.run(main(2))  # go\n`);
    expect(started(`${MAIN}main("a, b")\n`, 6)).toBe(`${MAIN}asyncio.run(main("a, b"))\n`);
    expect(started(`${MAIN}got = await main()\n`, 6)).toBe(`${MAIN}got = asyncio.run(main())\n`);
    expect(started(`${MAIN}if __name__ == "__main__":\n    main()\n`, 7)).toBe(
      `${MAIN}if __name__ == "__main__":\n    asyncio.run(main())\n`,
    );
  });

  it('has asyncio imported for it', () => {
    expect(started('async def main():\n    pass\nmain()\n', 3)).toBe(
      'import asyncio\n\nasync def main():\n    pass\nasyncio.run(main())\n',
    );
  });

  it('is left alone where more is awaited, it is none of the program’s, or the line has more in it', () => {
    expect(started(`${MAIN}await main()\nawait main()\n`, 6)).toBeNull();
    expect(started('import asyncio\nawait asyncio.sleep(1)\n', 2)).toBeNull();
    expect(started(`${MAIN}await main(), main()\n`, 6)).toBeNull();
    expect(started(`${MAIN}await main().x()\n`, 6)).toBeNull();
    expect(started(`${MAIN}main(\n  1)\n`, 6)).toBeNull();
  });
});

describe('a coroutine in another', () => {
  it('is awaited', () => {
    const before = 'async def f():\n    print(1)\n    fetch(1)  # once\n';
    expect(awaited(before, 3)).toBe('async def f():\n    print(1)\n    await fetch(1)  # once\n');
    expect(awaited('async def f():\n    x = asyncio.run(g(1))\n', 2)).toBe(
      'async def f():\n    x = await g(1)\n',
    );
  });

  it('is left alone in a plain function, and where it is run with options', () => {
    expect(awaited('async def f():\n    def g():\n        fetch()\n', 3)).toBeNull();
    expect(awaited('async def f():\n    asyncio.run(g(), debug=True)\n', 2)).toBeNull();
    expect(awaited('async def f():\n    asyncio.run(main)\n', 2)).toBeNull();
  });
});

describe('a main() that nothing speaks of', () => {
  it('is started at the end', () => {
    expect(withStart('import asyncio\nasync def main():\n    pass\n')).toBe(
      'import asyncio\nasync def main():\n    pass\n\n\nasyncio.run(main())\n',
    );
  });

  it('is left alone where it takes something, is spoken of, or is a plain function', () => {
    expect(withStart('async def main(n):\n    pass\n')).toBeNull();
    expect(withStart('async def main():\n    pass\nx = main\n')).toBeNull();
    expect(withStart('def main():\n    pass\n')).toBeNull();
  });
});
