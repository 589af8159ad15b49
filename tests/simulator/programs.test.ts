/** What a real program does besides awaiting: runners, loops by hand, debug mode, files, the exit. */
import { expect, it } from 'vitest';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import type { EventOf } from '../../src/trace/schema.ts';
import { runPython, transcriptOf } from './run-python.ts';
import { stdoutOf } from './stdout-of.ts';

it('runs several loops one after another, each with its own way of starting', async () => {
  const transcript = await transcriptOf(`
    import asyncio

    print(asyncio.run(asyncio.sleep(1, "run")))
    with asyncio.Runner() as runner:
        print(runner.run(asyncio.sleep(1, "runner")))
        print(runner.run(asyncio.sleep(1, "runner again")))
    loop = asyncio.new_event_loop()
    print(loop.run_until_complete(asyncio.sleep(1, "by hand")))
    loop.call_soon(print, "soon")
    loop.call_later(2, loop.stop)
    loop.call_at(loop.time() + 1, print, "at")
    loop.run_forever()
    loop.close()
    print("closed")
  `);
  expect(transcript.split('\n')).toEqual([
    '[   1.000] run',
    '[   2.000] runner',
    '[   3.000] runner again',
    '[   4.000] by hand',
    '[   4.000] soon',
    '[   5.000] at',
    '[   6.000] closed',
    '[   6.000]= exit 0',
  ]);
});

it('logs slow callbacks in debug mode, and the selector that Linux would have', async () => {
  const recording = await runPython(`
    import asyncio, logging, time
    logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(message)s")

    async def main():
        time.sleep(0.2)

    asyncio.run(main(), debug=True)
  `);
  const log = recording.events
    .flatMap((event) => (event.kind === 'output' && event.stream === 'stderr' ? [event.text] : []))
    .join('');
  expect(log).toContain('DEBUG Using selector: EpollSelector\n');
  expect(log).toMatch(/WARNING Executing <Task finished name='Task-1' .* took 0.200 seconds\n/);
});

it('reads half of a surrogate pair as a saved file would have it', async () => {
  const recording = await runPython('print(ascii("\ud83d"))  # \udc00');
  expect(stdoutOf(recording)).toBe("'\\ufffd'\n");
});

it('starts eager tasks at once, and knows them in the recording', async () => {
  const recording = await runPython(`
    import asyncio

    async def cached(value):
        print("in", value)
        if value is None:
            await asyncio.sleep(1)
        return value

    async def main():
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
        hit = asyncio.create_task(cached("tea"), name="hit")
        miss = asyncio.create_task(cached(None), name="miss")
        print(hit.done(), miss.done())
        await miss

    asyncio.run(main())
  `);
  expect(stdoutOf(recording)).toBe('in tea\nin None\nTrue False\n');
  const names = recording.events.flatMap((event) =>
    event.kind === 'task-created' ? [event.name] : [],
  );
  expect(names).toEqual(expect.arrayContaining(['hit', 'miss']));
});

it('ends with the exit handlers, then with the status', async () => {
  const recording = await runPython(`
    import atexit, sys
    atexit.register(print, "second")
    atexit.register(print, "first")
    sys.exit(3)
  `);
  expect(stdoutOf(recording)).toBe('first\nsecond\n');
  expect(recording.outcome).toMatchObject({ kind: 'exited', status: 3 });
});

it('gives the program a folder of its own, with itself in it', async () => {
  const transcript = await transcriptOf(`
    import os, pathlib
    pathlib.Path("notes").mkdir()
    pathlib.Path("notes/today.txt").write_text("buy tea")
    print(sorted(os.listdir(".")), pathlib.Path("notes/today.txt").read_text())
    print(open(__file__).readline(), end="")
  `);
  expect(transcript).toContain("['main.py', 'notes'] buy tea\n[   0.000] import os, pathlib");
});

it('finalises an async generator that was left open', async () => {
  const transcript = await transcriptOf(`
    import asyncio

    async def pages():
        try:
            while True:
                yield "page"
        finally:
            await asyncio.sleep(1)
            print("closed")

    async def main():
        async for page in pages():
            print(page)
            break
        await asyncio.sleep(3)

    asyncio.run(main())
  `);
  expect(transcript).toBe('[   0.000] page\n[   1.000] closed\n[   3.000]= exit 0');
});

it('shows the call graph of a task', async () => {
  const recording = await runPython(`
    import asyncio

    async def brew():
        await asyncio.sleep(1)

    async def main():
        task = asyncio.create_task(brew(), name="brewing")
        await asyncio.sleep(0)
        asyncio.print_call_graph(task)
        await task

    asyncio.run(main())
  `);
  expect(stdoutOf(recording)).toContain("* Task(name='brewing'");
  expect(stdoutOf(recording)).toContain("File 'main.py', line 4, in async brew()");
});

it('knows primitives by the names that the program gives them', async () => {
  const recording = await runPython(`
    import asyncio

    class Shop:
        def __init__(self):
            self.slots = asyncio.Semaphore(1)

        async def visit(self):
            async with self.slots:
                await asyncio.sleep(1)

    async def take(lock):
        async with lock:
            await asyncio.sleep(1)

    async def main():
        shop, orders, forks = Shop(), asyncio.Queue(2), [asyncio.Lock(), asyncio.Lock()]
        orders.put_nowait("tea")
        await asyncio.gather(shop.visit(), shop.visit(), take(forks[1]), take(forks[1]))

    asyncio.run(main())
  `);
  const seen = recording.events.flatMap((event) =>
    event.kind === 'primitive-seen' ? [`${event.type} ${event.name}`] : [],
  );
  expect(seen.sort()).toEqual(['Lock forks[1]', 'Queue orders', 'Semaphore shop.slots']);
});

it('boots plainly, and runs alike, where there is no memory image', async () => {
  const source = 'import asyncio\nasyncio.run(asyncio.sleep(1))\nprint("done")\n';
  const plain = createNodeSimulator({ useImage: false });
  const withImage = createNodeSimulator();
  const [one, other] = [
    await plain.run({ source }).finished,
    await withImage.run({ source }).finished,
  ];
  expect(one).toEqual(other);
});

it('keeps the output of both streams in the order in which it was written', async () => {
  const recording = await runPython(`
    import sys
    for number in range(3):
        print(number, end=" ")
        print(number, file=sys.stderr)
  `);
  const written = recording.events.flatMap((event): [EventOf<'output'>['stream'], string][] =>
    event.kind === 'output' ? [[event.stream, event.text]] : [],
  );
  expect(written.map(([stream]) => stream)).toEqual([
    'stdout',
    'stderr',
    'stdout',
    'stderr',
    'stdout',
    'stderr',
  ]);
});
