/** The program's last words: what `python main.py` prints when things go wrong. */
import { expect, it } from 'vitest';
import type { EventOf, Trace } from '../../src/trace/schema.ts';
import { dedent } from '../dedent.ts';
import { runPython } from './run-python.ts';

const textOf = ({ events }: Trace, stream: EventOf<'output'>['stream']) =>
  events
    .map((event) => (event.kind === 'output' && event.stream === stream ? event.text : ''))
    .join('');

it('prints a traceback with main.py and the right lines, and exits with 1', async () => {
  const recording = await runPython(`
    import asyncio

    async def fetch():
        await asyncio.sleep(1)
        return {}["price"]

    async def main():
        await fetch()

    asyncio.run(main())
  `);
  expect(textOf(recording, 'stderr')).toBe(
    dedent(`
    Traceback (most recent call last):
      File "main.py", line 10, in <module>
        asyncio.run(main())
        ~~~~~~~~~~~^^^^^^^^
      File "/usr/lib/python3.14/asyncio/runners.py", line 204, in run
        return runner.run(main)
               ~~~~~~~~~~^^^^^^
      File "/usr/lib/python3.14/asyncio/runners.py", line 127, in run
        return self._loop.run_until_complete(task)
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~^^^^^^
      File "/usr/lib/python3.14/asyncio/base_events.py", line 719, in run_until_complete
        return future.result()
               ~~~~~~~~~~~~~^^
      File "main.py", line 8, in main
        await fetch()
      File "main.py", line 5, in fetch
        return {}["price"]
               ~~^^^^^^^^^
    KeyError: 'price'
    `),
  );
  expect(recording.outcome).toEqual({
    kind: 'exited',
    status: 1,
    error: { type: 'KeyError', message: "'price'", location: { file: 0, line: 5 } },
  });
  expect(recording.endedNs).toBe(1e9);
});

it('points at a syntax error without a traceback', async () => {
  const recording = await runPython('def broken(:\n    pass\n');
  expect(textOf(recording, 'stderr')).toBe(
    '  File "main.py", line 1\n    def broken(:\n               ^\nSyntaxError: invalid syntax\n',
  );
  expect(recording.outcome).toMatchObject({
    status: 1,
    error: { type: 'SyntaxError', location: { file: 0, line: 1 } },
  });
});

it.each([
  ['sys.exit()', 0, ''],
  ['sys.exit(3)', 3, ''],
  ['sys.exit("out of tea")', 1, 'out of tea\n'],
  ['raise KeyboardInterrupt', 130, 'KeyboardInterrupt'],
])('ends %s with status %i', async (statement, status, stderr) => {
  const recording = await runPython(`import sys\n${statement}\n`);
  expect(recording.outcome).toMatchObject({ kind: 'exited', status });
  expect(textOf(recording, 'stderr')).toContain(stderr);
});

it('warns of a coroutine that was never awaited, on the line where it was lost', async () => {
  const recording = await runPython(`
    import asyncio

    async def save():
        pass

    async def main():
        save()

    asyncio.run(main())
  `);
  expect(textOf(recording, 'stderr')).toContain(
    "main.py:7: RuntimeWarning: coroutine 'save' was never awaited\n  save()\n",
  );
});

it('tells of an exception that nobody retrieved, and of a task destroyed while pending', async () => {
  const recording = await runPython(`
    import asyncio

    async def fail():
        raise ValueError("lost")

    async def main():
        task = asyncio.create_task(fail())
        await asyncio.sleep(1)
        del task
        await asyncio.sleep(1)

    asyncio.run(main())
    loop = asyncio.new_event_loop()
    task = loop.create_task(asyncio.sleep(1))
    loop.run_until_complete(asyncio.sleep(0, loop)) if False else None
    del task
  `);
  const words = textOf(recording, 'stderr');
  expect(words).toContain('Task exception was never retrieved');
  expect(words).toContain('ValueError: lost');
  expect(words).toContain('Task was destroyed but it is pending!');
});

it('says which task printed what', async () => {
  const { events } = await runPython(`
    import asyncio

    async def worker(name):
        print(name)

    async def main():
        await asyncio.gather(worker("a"), worker("b"))
        print("main")

    asyncio.run(main())
    print("top level")
  `);
  const said = events.flatMap((event) =>
    event.kind === 'output' ? [`${event.by}: ${event.text}`] : [],
  );
  expect(said).toEqual(['2: a\n', '3: b\n', '1: main\n', '0: top level\n']);
});

it('keeps characters whole that are written in pieces of bytes', async () => {
  const recording = await runPython(`
    import sys
    for byte in "héllo €\\n".encode():
        sys.stdout.buffer.write(bytes([byte]))
  `);
  expect(textOf(recording, 'stdout')).toBe('héllo €\n');
});

it('goes on past an exception that fails to say what it is', async () => {
  const recording = await runPython(`
    import asyncio

    class Silent(Exception):
        def __str__(self):
            raise ValueError("no words")

    async def fail():
        raise Silent

    async def main():
        try:
            await asyncio.create_task(fail())
        except Silent:
            print("caught")
        await fail()

    asyncio.run(main())
  `);
  expect(textOf(recording, 'stdout')).toBe('caught\n');
  expect(textOf(recording, 'stderr')).toContain('Silent: <exception str() failed>\n');
  const error = {
    type: 'Silent',
    message: '<exception str() failed>',
    location: { file: 0, line: 8 },
  };
  expect(recording.outcome).toEqual({ kind: 'exited', status: 1, error });
});
