/** A program that could not begin, put right: it runs, and does what it was meant to. */
import { afterAll, expect, it } from 'vitest';
import { transcriptLines } from '../../src/analysis/transcript.ts';
import { fixOf } from '../../src/insights/fix/fix.ts';
import { verdictOf } from '../../src/insights/verdict.ts';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import { dedent } from '../dedent.ts';

const simulator = createNodeSimulator({ keepSpare: true });
afterAll(() => simulator.dispose());

async function run(source: string) {
  const trace = await simulator.run({ source }).finished;
  return { trace, fix: fixOf(trace, verdictOf(trace)) };
}

const PROGRAMS = [
  {
    name: 'a notebook’s cell',
    kind: 'wrap',
    prints: ['tea', 'cake', 'both, 2'],
    source: `
      import asyncio
      done = 0

      async def serve(what, seconds):
          global done
          await asyncio.sleep(seconds)
          done += 1
          print(what)

      tea = asyncio.create_task(serve("tea", 1))
      await serve("cake", 2)
      await tea
      print(f"both, {done}")
    `,
  },
  {
    name: 'a lock that functions use',
    kind: 'wrap',
    prints: ['one', 'two'],
    source: `
      import asyncio

      async def say(word):
          async with lock:
              print(word)

      lock = asyncio.Lock()
      async with asyncio.TaskGroup() as group:
          group.create_task(say("one"))
          group.create_task(say("two"))
    `,
  },
  {
    name: 'main() awaited at the top level',
    kind: 'start',
    prints: ['hello'],
    source: `
      import asyncio

      async def main():
          await asyncio.sleep(1)
          print("hello")

      if __name__ == "__main__":
          await main()
    `,
  },
  {
    name: 'main() only called',
    kind: 'start',
    prints: ['hello'],
    source: `
      async def main():
          print("hello")

      main()
    `,
  },
  {
    name: 'main() never called',
    kind: 'start-main',
    prints: ['hello'],
    source: `
      async def main():
          print("hello")
    `,
  },
  {
    name: 'a coroutine that another does not await',
    kind: 'await',
    prints: ['first', 'second'],
    source: `
      import asyncio

      async def say(word):
          print(word)

      async def main():
          say("first")
          await say("second")

      asyncio.run(main())
    `,
  },
  {
    name: 'a loop started in another',
    kind: 'await',
    prints: ['hello'],
    source: `
      import asyncio

      async def say():
          print("hello")

      async def main():
          asyncio.run(say())

      asyncio.run(main())
    `,
  },
  {
    name: 'asyncio not imported',
    kind: 'import',
    prints: ['hello'],
    source: `
      async def main():
          print("hello")

      asyncio.run(main())
    `,
  },
  {
    name: 'a package that nothing uses',
    kind: 'remove-import',
    prints: ['hello'],
    source: `
      import numpy
      print("hello")
    `,
  },
];

it.each(PROGRAMS)('$name', async ({ kind, prints, source }) => {
  const { fix } = await run(dedent(source));
  expect(fix?.kind).toBe(kind);
  const { trace, fix: more } = await run(fix?.source ?? '');
  expect(transcriptLines(trace.events).map(({ text }) => text)).toEqual(prints);
  expect(trace.outcome).toMatchObject({ kind: 'exited', status: 0 });
  expect(more).toBeNull();
});

it.each([
  ['a package that is used', 'import numpy\nprint(numpy.zeros(3))\n'],
  ['an await in a plain function', 'import asyncio\ndef f():\n    await asyncio.sleep(1)\nf()\n'],
  [
    'a task that is made where no loop runs',
    'import asyncio\nasync def f():\n    pass\nasyncio.create_task(f())\n',
  ],
  ['a program that does all it should', 'print(1)\n'],
])('%s gets no offer', async (_, source) => {
  expect((await run(source)).fix).toBeNull();
});
