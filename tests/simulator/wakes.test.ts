/** What a trace tells of loops, and of what is put into one without waking it. */
import { expect, it } from 'vitest';
import type { EventKind } from '../../src/trace/schema.ts';
import { dedent } from '../dedent.ts';
import { toldOf } from './told-of.ts';

const KINDS: readonly EventKind[] = ['loop-began', 'loop-ended', 'wake-missed', 'thread-started'];

const told = (source: string) => toldOf(source, KINDS);

it('tells who set an event from another thread, and whom that should have woken', async () => {
  const program = `
    import asyncio, threading, time

    async def main():
        ready = asyncio.Event()
        def work():
            time.sleep(1)
            ready.set()
        threading.Thread(target=work, daemon=True).start()
        await ready.wait()

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 loop-began runs=1
    0.000 thread-started started=2 name="Thread-1 (work)" parent=1 isDaemon=true location=0:8
    1.000 wake-missed by=2 target=1 task=1 call=Event.set location=0:7
    deadlocked
  `),
  );
});

it('tells what was called from another thread: call_soon, a future, a queue, create_task', async () => {
  const program = `
    import asyncio, threading, time

    async def waits(awaitable):
        await awaitable

    async def nothing():
        pass

    async def main():
        loop = asyncio.get_running_loop()
        future, queue = loop.create_future(), asyncio.Queue()
        tasks = [asyncio.create_task(waits(each)) for each in (future, queue.get())]
        def work():
            time.sleep(0.1)
            future.set_result(1)
            queue.put_nowait(2)
            loop.call_soon(print, 3)
            loop.create_task(nothing())
            loop.call_soon_threadsafe(print, 4)
        threading.Thread(target=work).start()
        await asyncio.wait(tasks)

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 loop-began runs=1
    0.000 thread-started started=4 name="Thread-1 (work)" parent=1 isDaemon=false location=0:20
    0.100 wake-missed by=4 target=1 task=2 call=Future.set_result location=0:15
    0.100 wake-missed by=4 target=1 task=3 call=Queue.put_nowait location=0:16
    0.100 wake-missed by=4 target=1 call=call_soon location=0:17
    0.100 wake-missed by=4 target=1 task=5 call=create_task location=0:18
    0.100 loop-ended
    0.100 loop-began runs=1
    0.100 loop-ended
    0.100 loop-began runs=1
    0.100 loop-ended
    exit 0
  `),
  );
});

it('tells of a lock that is released in one loop while a task of another waits for it', async () => {
  const program = `
    import asyncio, threading

    lock = asyncio.Lock()

    async def use(hold):
        async with lock:
            await asyncio.sleep(hold)

    async def late():
        await asyncio.sleep(0.2)
        await use(0.1)

    thread = threading.Thread(target=lambda: asyncio.run(late()))
    thread.start()
    asyncio.run(use(0.5))
    thread.join()
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 thread-started started=1 name="Thread-1 (<lambda>)" parent=0 isDaemon=false location=0:14
    0.000 loop-began runs=1
    0.000 loop-began runs=2
    0.500 wake-missed by=3 target=1 task=2 call=Lock.release location=0:6
    0.500 loop-ended
    0.500 loop-began runs=2
    0.500 loop-ended
    0.500 loop-began runs=2
    0.500 loop-ended
    deadlocked
  `),
  );
});

it('tells of nothing where the loop has not begun, or is busy and will see it', async () => {
  const program = `
    import asyncio, threading, time

    async def main():
        await asyncio.sleep(0)
        time.sleep(1)

    loop = asyncio.new_event_loop()
    threading.Timer(0.5, loop.call_soon, [print, "soon"]).start()
    task = loop.create_task(main())
    loop.run_until_complete(task)
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 thread-started started=1 name=Thread-1 parent=0 isDaemon=false location=0:8
    0.000 loop-began runs=1
    1.000 loop-ended
    exit 0
  `),
  );
});
