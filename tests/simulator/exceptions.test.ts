/** What a trace tells of exceptions: where they were raised, whose they were, who was told of them and who was not. */
import { expect, it } from 'vitest';
import type { EventKind } from '../../src/trace/schema.ts';
import { dedent } from '../dedent.ts';
import { toldOf } from './told-of.ts';

const KINDS: readonly EventKind[] = [
  'file-seen',
  'task-finished',
  'exception-handler-called',
  'exception-stored',
  'never-awaited',
];

const told = (source: string) => toldOf(source, KINDS, /how=returned/);

it('tells the innermost line of the program, in whichever file, and whose exception was passed on', async () => {
  const program = `
    import asyncio

    with open("helper.py", "w") as file:
        file.write("import json\\n\\n\\nasync def parse(text):\\n    return json.loads(text)\\n")
    import helper

    async def inner():
        await asyncio.sleep(1)
        return await helper.parse("[")

    async def outer():
        await asyncio.create_task(inner())

    async def main():
        await asyncio.gather(outer(), asyncio.sleep(2))

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 file-seen file=1 name=/home/learner/helper.py source="import json\\n\\n\\nasync def parse(text):\\n    return json.loads(text)\\n"
    1.000 task-finished task=4 how=raised detail="JSONDecodeError: Expecting value: line 1 column 2 (char 1)" location=1:5
    1.000 task-finished task=2 how=raised detail="JSONDecodeError: Expecting value: line 1 column 2 (char 1)" location=1:5 origin=4
    1.000 task-finished task=1 how=raised detail="JSONDecodeError: Expecting value: line 1 column 2 (char 1)" location=1:5 origin=2
    1.000 task-finished task=3 how=cancelled detail=
    exit 1
  `),
  );
});

it('tells of no origin where an exception is made anew', async () => {
  const program = `
    import asyncio

    async def fails():
        raise ValueError("first")

    async def main():
        try:
            await asyncio.create_task(fails())
        except ValueError as error:
            raise RuntimeError("second") from error

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 task-finished task=2 how=raised detail="ValueError: first" location=0:4
    0.000 task-finished task=1 how=raised detail="RuntimeError: second" location=0:10
    exit 1
  `),
  );
});

it('tells which exceptions became items of a list of results, and whether that is thrown away', async () => {
  const program = `
    import asyncio

    async def save(n):
        await asyncio.sleep(0.1)
        if n == 1:
            raise OSError("disk full")

    def saves():
        return asyncio.gather(*(save(n) for n in range(3)), return_exceptions=True)

    async def all_saved():
        return await saves()

    async def main():
        await saves()
        _ = await saves()
        await all_saved()
        results = await saves()
        print(len(results))
        await asyncio.wait_for(saves(), 5)
        later = saves()
        await asyncio.sleep(1)

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.100 task-finished task=3 how=raised detail="OSError: disk full" location=0:6
    0.100 exception-stored task=3 by=1 call=gather location=0:15 isDropped=true
    0.200 task-finished task=6 how=raised detail="OSError: disk full" location=0:6
    0.200 exception-stored task=6 by=1 call=gather location=0:16 isDropped=true
    0.300 task-finished task=9 how=raised detail="OSError: disk full" location=0:6
    0.300 exception-stored task=9 by=1 call=gather location=0:12 isDropped=true
    0.400 task-finished task=12 how=raised detail="OSError: disk full" location=0:6
    0.400 exception-stored task=12 by=1 call=gather location=0:18 isDropped=true
    0.500 task-finished task=15 how=raised detail="OSError: disk full" location=0:6
    0.500 exception-stored task=15 by=1 call=gather location=0:20 isDropped=true
    0.600 task-finished task=18 how=raised detail="OSError: disk full" location=0:6
    0.600 exception-stored task=18 by=1 call=gather location=0:9 isDropped=false
    exit 0
  `),
  );
});

it('tells what the exception handler of a loop was called with, and what of the program raised it', async () => {
  const program = `
    import asyncio

    def ring():
        raise ValueError("bell")

    async def fails():
        raise KeyError("task")

    class Client(asyncio.Protocol):
        def data_received(self, data):
            raise RuntimeError("bad data")

    async def greet(reader, writer):
        writer.write(b"hi")

    async def main():
        loop = asyncio.get_running_loop()
        loop.call_soon(ring)
        task = asyncio.create_task(fails())
        await asyncio.sleep(0.1)
        del task
        loop.set_exception_handler(lambda loop, context: print("told", context["message"]))
        loop.call_later(0.1, ring)
        server = await asyncio.start_server(greet, "127.0.0.1", 8800)
        await loop.create_connection(Client, "127.0.0.1", 8800)
        await asyncio.sleep(1)

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 exception-handler-called message="Exception in callback ring() at main.py:3" error="ValueError: bell" callback=1 function=ring location=0:4
    0.000 task-finished task=2 how=raised detail="KeyError: 'task'" location=0:7
    0.100 exception-handler-called message="Task exception was never retrieved" error="KeyError: 'task'" task=2 function=fails location=0:7
    0.100 exception-handler-called message="Fatal error: protocol.data_received() call failed." error="RuntimeError: bad data" function=Client.data_received location=0:11 handler=main.<locals>.<lambda>
    0.200 exception-handler-called message="Exception in callback ring() at main.py:3" error="ValueError: bell" callback=2 function=ring location=0:4 handler=main.<locals>.<lambda>
    exit 0
  `),
  );
});

it('tells of coroutines of which nothing ran, whether or not a warning is shown', async () => {
  const program = `
    import asyncio, warnings

    warnings.simplefilter("ignore")

    async def save():
        pass

    async def main():
        save()
        kept = save()
        kept = None
        kept = save()
        kept.close()

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 never-awaited coroutine=save location=0:9 defined=0:5
    0.000 never-awaited coroutine=save location=0:11 defined=0:5
    exit 0
  `),
  );
});
