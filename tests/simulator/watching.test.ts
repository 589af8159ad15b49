/** Watching a program changes nothing: not what it prints, nor when, nor how it ends. */
import { expect, it } from 'vitest';
import { createNodeSimulator } from '../../src/simulator/hosts/node.ts';
import { dedent } from '../dedent.ts';

const simulator = createNodeSimulator();

/** What it printed on either stream, how it ended, and when, but for what computing cost. */
async function ending(source: string, watch: boolean) {
  const { events, outcome, endedNs } = await simulator.run({ source: dedent(source), watch })
    .finished;
  const texts = events.flatMap((event) => (event.kind === 'output' ? [event.text] : []));
  return { printed: texts.join(''), outcome, endedAt: (endedNs / 1e9).toFixed(1) };
}

const PROGRAMS = {
  'whose classes have the names of asyncio’s, and slots': `
    import asyncio

    class Event:
        __slots__ = ("inner",)

        def __init__(self):
            self.inner = asyncio.Event()

        async def wait(self):
            return await self.inner.wait()

        def set(self):
            self.inner.set()

    class Lock:
        __slots__ = ()

        async def acquire(self):
            await asyncio.sleep(0.1)
            return True

        def release(self):
            pass

    async def waits(event):
        print(await event.wait())

    async def main():
        event, lock = Event(), Lock()
        task = asyncio.create_task(waits(event))
        await lock.acquire()
        lock.release()
        event.set()
        await task

    asyncio.run(main())
  `,
  'whose tasks, coroutines, locks and errors answer to nobody': `
    import asyncio, collections.abc

    class Locked(asyncio.Lock):
        def __getattribute__(self, name):
            print("asked for", name)
            return super().__getattribute__(name)

        def __setattr__(self, name, value):
            print("given", name)
            super().__setattr__(name, value)

    class Items(asyncio.Queue):
        def qsize(self):
            print("how many?")
            return super().qsize()

    class Silent(asyncio.Task):
        def __getattribute__(self, name):
            if name in ("done", "cancelled", "get_coro", "get_name", "_exception", "_fut_waiter"):
                raise RuntimeError(name)
            return super().__getattribute__(name)

    class Coroutine(collections.abc.Coroutine):
        def __init__(self, inner):
            self.send, self.throw, self.close = inner.send, inner.throw, inner.close

        def __getattr__(self, name):
            raise ValueError(name)

        def __await__(self): yield
        def send(self, value): raise NotImplementedError
        def throw(self, *error): raise NotImplementedError
        def close(self): raise NotImplementedError

    class Odd(Exception):
        args = property(lambda self: print("its arguments"))

        def __str__(self):
            print("its words")
            return "odd"

        __repr__ = __str__

    async def use(lock, secret):
        async with lock:
            await asyncio.sleep(0.1)

    async def fails(secret):
        await asyncio.sleep(0.1)
        raise Odd(secret)

    async def main():
        loop, lock, items = asyncio.get_running_loop(), Locked(), Items()
        await asyncio.gather(use(lock, Odd()), use(lock, items))
        await items.put(1)
        await items.get()
        await Silent(asyncio.sleep(1), loop=loop)
        await asyncio.Task(Coroutine(asyncio.sleep(1)), loop=loop)
        await asyncio.gather(fails(Odd()), return_exceptions=True)
        task = Silent(asyncio.sleep(1), loop=loop)
        await asyncio.sleep(0)
        print(task.cancel(), task.cancelling())
        try:
            await task
        except asyncio.CancelledError:
            print("cancelled")
        name = "n" * 5_000
        large = asyncio.create_task(asyncio.sleep(0, 10 ** 6_000), name=name)
        print(await large == 10 ** 6_000, large.get_name() == name)
        loop.call_soon(Odd)
        print(loop.create_future().cancel())

    asyncio.run(main())
  `,
  'whose tasks and exceptions are freed at the moment at which CPython frees them': `
    import asyncio, gc

    gc.disable()

    class Kept:
        def __del__(self):
            print("freed")

    async def fails():
        kept = Kept()
        raise ValueError("never asked for")

    async def catches():
        kept = Kept()
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("caught")

    def callback():
        kept = Kept()
        1 / 0

    async def main():
        loop = asyncio.get_running_loop()
        task = asyncio.create_task(fails())
        await asyncio.sleep(0.1)
        task = None
        print("let go")
        for schedule in (loop.call_soon, loop.call_soon_threadsafe):
            schedule(callback)
            await asyncio.sleep(0.1)
            print("called")
        loop.call_later(0.1, callback)
        await asyncio.sleep(0.2)
        print("called later")
        task = asyncio.create_task(catches())
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.sleep(0.1)
        task = None
        print("let go")
        print(await asyncio.gather(fails(), fails(), return_exceptions=True))
        print("gathered")
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fails())
                await asyncio.sleep(1)
        except* ValueError:
            print("group")
        await asyncio.to_thread(callback)

    asyncio.run(main())
  `,
  'whose limits have no end, or one that is past': `
    import asyncio

    async def main():
        async with asyncio.timeout(float("inf")):
            await asyncio.sleep(1)
        for seconds in (1, -1):
            try:
                async with asyncio.timeout(seconds):
                    await asyncio.sleep(float("inf"))
            except TimeoutError:
                print("too late")
        async with asyncio.timeout(None) as limit:
            limit.reschedule(float("inf"))

    asyncio.run(main())
  `,
};

it.each(Object.entries(PROGRAMS))('changes nothing for a program %s', async (_, source) => {
  const unwatched = await ending(source, false);
  expect(unwatched.outcome.kind).toBe('exited');
  expect(await ending(source, true)).toEqual(unwatched);
});

it('tells to its end of a program with a task whose name could not be written', async () => {
  const source = dedent(`
    import asyncio

    class Name:
        def __str__(self):
            raise KeyboardInterrupt

    async def work():
        pass

    async def main():
        try:
            asyncio.create_task(work(), name=Name())
        except KeyboardInterrupt:
            print("no name")
        await asyncio.sleep(1)

    asyncio.run(main())
  `);
  const { events, endedNs } = await simulator.run({ source }).finished;
  expect(events.filter(({ kind }) => kind === 'trace-cut')).toEqual([]);
  expect(endedNs).toBe(1e9);
});
