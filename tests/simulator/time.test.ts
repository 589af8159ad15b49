import { expect, it } from 'vitest';
import { dedent } from '../dedent.ts';
import { runPython, transcriptOf } from './run-python.ts';

const same = (text: string) => dedent(text).trimEnd();

it('runs three I/O tasks together in 4.500 and in a row in 11.000', async () => {
  const program = (main: string) => `
import asyncio

async def io_task(name, delay, iterations):
    for i in range(iterations):
        await asyncio.sleep(delay)
    print(name, "done")

async def main():
    ${main}
    print("all done")

asyncio.run(main())
`;
  const a = 'io_task("A", 1, 2)';
  const b = 'io_task("B", 1.5, 3)';
  const c = 'io_task("C", 1.5, 3)';
  expect(await transcriptOf(program(`await asyncio.gather(${a}, ${b}, ${c})`))).toBe(
    same(`
    [   2.000] A done
    [   4.500] B done
    [   4.500] C done
    [   4.500] all done
    [   4.500]= exit 0`),
  );
  expect(await transcriptOf(program(`await ${a}; await ${b}; await ${c}`))).toBe(
    same(`
    [   2.000] A done
    [   6.500] B done
    [  11.000] C done
    [  11.000] all done
    [  11.000]= exit 0`),
  );
});

it('loses the gain of gather where time.sleep holds the loop', async () => {
  const transcript = await transcriptOf(`
    import asyncio, time

    async def io_task(delay):
        for _ in range(3):
            time.sleep(delay)

    async def main():
        await asyncio.gather(io_task(1), io_task(1.5), io_task(0.5))
        print("done")

    asyncio.run(main())
  `);
  expect(transcript).toBe('[   9.000] done\n[   9.000]= exit 0');
});

it('gives up a wait_for of 2 s on a 5 s operation at 2.000', async () => {
  const transcript = await transcriptOf(`
    import asyncio

    async def main():
        try:
            await asyncio.wait_for(asyncio.sleep(5), 2)
        except TimeoutError:
            print("took too long")

    asyncio.run(main())
  `);
  expect(transcript).toBe('[   2.000] took too long\n[   2.000]= exit 0');
});

it('wakes ten equal sleeps in the order in which they began', async () => {
  const transcript = await transcriptOf(`
    import asyncio

    async def sleeper(number):
        await asyncio.sleep(1)
        print(number, end=" ")

    async def main():
        await asyncio.gather(*(sleeper(number) for number in range(10)))

    asyncio.run(main())
  `);
  expect(transcript).toContain('0 1 2 3 4 5 6 7 8 9');
});

it('ends ten sleeps of 0.1 after a sleep of 1 that began before them, and at 1.0 exactly', async () => {
  const transcript = await transcriptOf(`
    import asyncio

    async def one():
        await asyncio.sleep(1)
        print("one")

    async def ten():
        for _ in range(10):
            await asyncio.sleep(0.1)
        print("ten at", asyncio.get_running_loop().time())

    async def main():
        await asyncio.gather(one(), ten())

    asyncio.run(main())
  `);
  expect(transcript).toBe('[   1.000] one\n[   1.000] ten at 1.0\n[   1.000]= exit 0');
});

it('lets a timeout of 1 round a sleep of 1 time out, as CPython does', async () => {
  const transcript = await transcriptOf(`
    import asyncio

    async def main():
        try:
            async with asyncio.timeout(1):
                await asyncio.sleep(1)
            print("slept")
        except TimeoutError:
            print("timed out")

    asyncio.run(main())
  `);
  expect(transcript).toBe('[   1.000] timed out\n[   1.000]= exit 0');
});

it('sleeps for days at no cost', async () => {
  const transcript = await transcriptOf(`
    import asyncio, datetime

    async def main():
        await asyncio.sleep(86_400)
        await asyncio.sleep(86_401)
        print(datetime.datetime.now(datetime.UTC))

    asyncio.run(main())
  `);
  expect(transcript).toContain('2026-01-03 09:00:01+00:00');
});

it('shows the same time on every clock', async () => {
  const transcript = await transcriptOf(`
    import asyncio, datetime, time

    async def main():
        loop = asyncio.get_running_loop()
        await asyncio.sleep(0.5)
        time.sleep(2)
        print(loop.time(), time.monotonic(), time.perf_counter(), time.monotonic_ns())
        print(time.time(), time.strftime("%H:%M:%S"), datetime.datetime.now().isoformat())

    asyncio.run(main())
  `);
  expect(transcript).toBe(
    same(`
    [   2.500] 2.5 2.5 2.5 2500000000
    [   2.500] 1767258002.5 09:00:02 2026-01-01T09:00:02.500000
    [   2.500]= exit 0`),
  );
});

it('ends loops that poll a clock, at the right time', async () => {
  const transcript = await transcriptOf(`
    import asyncio, time

    async def main():
        end = time.perf_counter() + 2
        while time.perf_counter() < end:
            pass
        print("polled")
        loop = asyncio.get_running_loop()
        end = loop.time() + 1
        while loop.time() < end:
            await asyncio.sleep(0)
        print("polled politely")

    asyncio.run(main())
  `);
  expect(transcript).toMatch(
    /^\[ {3}2\.000\] polled\n\[ {3}3\.000\] polled politely\n\[ {3}3\.00[01]\]= exit 0$/,
  );
});

it('records who held the loop, where and for how long', async () => {
  const { events } = await runPython(`
    import asyncio
    import time

    async def report():
        await asyncio.sleep(1)
        time.sleep(2)

    asyncio.run(report())
  `);
  expect(events.filter(({ kind }) => kind.startsWith('blocking-'))).toMatchObject([
    {
      kind: 'blocking-began',
      atNs: 1e9,
      by: 1,
      waitsOn: { location: { file: 0, line: 6 }, call: 'time.sleep', untilNs: 3e9 },
    },
    { kind: 'blocking-ended', atNs: 3e9, by: 1 },
  ]);
});

it('runs at once what was due before there was a clock', async () => {
  const program = `
    import asyncio
    loop = asyncio.new_event_loop()
    loop.call_later(float("-inf"), print, "a")
    loop.call_at(float("-inf"), print, "b")
    loop.call_at(-1e300, print, "c")
    loop.call_at(-5, print, "d")
    loop.run_until_complete(asyncio.sleep(1, print("begun")))
  `;
  expect(await transcriptOf(program)).toBe(
    same(`
    [   0.000] begun
    [   0.000] a
    [   0.000] b
    [   0.000] c
    [   0.000] d
    [   1.000]= exit 0`),
  );
});

it('makes the same recording of the same source every time', async () => {
  const source = `
    import asyncio, random

    async def worker(name, queue):
        while True:
            job = await queue.get()
            await asyncio.sleep(random.random())
            print(name, job, id(queue) > 0, hash("text"), {"a", "b", "c"})
            queue.task_done()

    async def main():
        queue = asyncio.Queue()
        for job in range(20):
            queue.put_nowait(job)
        workers = {asyncio.create_task(worker(f"w{n}", queue)) for n in range(3)}
        await queue.join()
        for task in workers:
            task.cancel()
        done, pending = await asyncio.wait(workers)
        print([task.get_name() for task in done])

    asyncio.run(main())
  `;
  const recordings = [];
  for (let i = 0; i < 3; i++) recordings.push(JSON.stringify(await runPython(source)));
  expect(new Set(recordings).size).toBe(1);
});
