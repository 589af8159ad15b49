/** What a trace tells of threads and pools: who waits for what, who holds a loop, and what became of each piece of work. */
import { expect, it } from 'vitest';
import type { EventKind } from '../../src/trace/schema.ts';
import { dedent } from '../dedent.ts';
import { toldOf } from './told-of.ts';

const KINDS: readonly EventKind[] = [
  'thread-started',
  'thread-ended',
  'parked',
  'resumed',
  'blocking-began',
  'blocking-ended',
  'primitive-seen',
  'primitive-changed',
  'job-submitted',
  'job-began',
  'job-ended',
  'job-cancelled',
  'task-finished',
];

const told = (source: string, kinds = KINDS) =>
  toldOf(source, kinds, /task-finished .*how=returned|Runner|shutdown/);

it('tells what threads wait for, and how they ended', async () => {
  const program = `
    import queue, threading, time

    items = queue.Queue(1)
    ready = threading.Event()
    lock = threading.Lock()

    def take():
        items.get()
        ready.wait()
        with lock:
            raise ValueError("taken")

    def leave():
        raise SystemExit(3)

    lock.acquire()
    taker = threading.Thread(target=take, name="taker")
    taker.start()
    threading.Thread(target=leave, daemon=True).start()
    time.sleep(1)
    items.put("tea")
    time.sleep(1)
    ready.set()
    time.sleep(1)
    lock.release()
    taker.join()
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 thread-started started=1 name=taker parent=0 isDaemon=false location=0:18
    0.000 primitive-seen primitive=1 type=queue.Queue name=items by=1 location=0:3 state={"kind":"queue","size":0,"maxSize":1,"unfinished":0}
    0.000 parked agent=1 [location=0:8 call=Queue.get primitive=1]
    0.000 thread-started started=2 name="Thread-1 (leave)" parent=0 isDaemon=true location=0:19
    0.000 thread-ended how=raised detail="SystemExit: 3" location=0:14
    0.000 parked agent=0 [location=0:20 call=time.sleep untilNs=1000000000]
    1.000 resumed agent=0
    1.000 primitive-changed primitive=1 by=0 state={"kind":"queue","size":1,"maxSize":1,"unfinished":1}
    1.000 parked agent=0 [location=0:22 call=time.sleep untilNs=2000000000]
    1.000 resumed agent=1
    1.000 primitive-changed primitive=1 by=1 state={"kind":"queue","size":0,"maxSize":1,"unfinished":1}
    1.000 primitive-seen primitive=2 type=threading.Event name=ready by=1 state={"kind":"threading","holder":null}
    1.000 parked agent=1 [location=0:9 call=Event.wait primitive=2]
    2.000 resumed agent=0
    2.000 parked agent=0 [location=0:24 call=time.sleep untilNs=3000000000]
    2.000 resumed agent=1
    2.000 primitive-seen primitive=3 type=threading.Lock name=lock by=1 state={"kind":"threading","holder":0}
    2.000 parked agent=1 [location=0:10 call=Lock.acquire primitive=3]
    3.000 resumed agent=0
    3.000 primitive-changed primitive=3 by=0 state={"kind":"threading","holder":null}
    3.000 parked agent=0 [location=0:26 call=Thread.join joins=1]
    3.000 resumed agent=1
    3.000 primitive-changed primitive=3 by=1 state={"kind":"threading","holder":1}
    3.000 primitive-changed primitive=3 by=1 state={"kind":"threading","holder":null}
    3.000 thread-ended how=raised detail="ValueError: taken" location=0:11
    3.000 resumed agent=0
    exit 0
  `),
  );
});

it('tells which task holds the loop by a blocking call, and for what', async () => {
  const program = `
    import asyncio, queue, threading, time

    answers = queue.Queue()

    async def asks():
        threading.Timer(1, answers.put, ["yes"]).start()
        answers.get()
        time.sleep(1)

    async def main():
        await asks()

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 thread-started started=2 name=Thread-1 parent=1 isDaemon=false location=0:6
    0.000 parked agent=2 [untilNs=1000000000]
    0.000 primitive-seen primitive=1 type=queue.Queue name=answers by=1 location=0:3 state={"kind":"queue","size":0,"maxSize":0,"unfinished":0}
    0.000 blocking-began by=1 [location=0:7 call=Queue.get primitive=1]
    1.000 resumed agent=2
    1.000 primitive-changed primitive=1 by=2 state={"kind":"queue","size":1,"maxSize":0,"unfinished":1}
    1.000 thread-ended how=returned detail=
    1.000 blocking-ended by=1
    1.000 primitive-changed primitive=1 by=1 state={"kind":"queue","size":0,"maxSize":0,"unfinished":1}
    1.000 blocking-began by=1 [location=0:8 call=time.sleep untilNs=2000000000]
    2.000 blocking-ended by=1
    exit 0
  `),
  );
});

it('tells which job a task or thread waits for, who took it up, and who gave it up', async () => {
  const program = `
    import asyncio, time
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(max_workers=1)

    def slow(n):
        time.sleep(n)
        if n == 2:
            raise OSError("slow")

    async def main():
        loop = asyncio.get_running_loop()
        first = loop.run_in_executor(pool, slow, 1)
        second = loop.run_in_executor(pool, slow, 2)
        third = asyncio.create_task(asyncio.to_thread(slow, 3))
        await asyncio.sleep(0.5)
        second.cancel()
        third.cancel()
        await first

    asyncio.run(main())
    pool.submit(slow, 2).exception()
  `;
  expect(
    await told(program, [
      'primitive-seen',
      'job-submitted',
      'job-began',
      'job-ended',
      'job-cancelled',
      'parked',
      'step-ended',
    ]),
  ).toBe(
    dedent(`
    0.000 primitive-seen primitive=1 type=ThreadPoolExecutor name=pool by=1 location=0:4 state={"kind":"pool","places":1}
    0.000 job-submitted job=1 pool=1 function=slow by=1 location=0:13
    0.000 job-began job=1
    0.000 parked agent=2 [location=0:7 call=time.sleep untilNs=1000000000]
    0.000 job-submitted job=2 pool=1 function=slow by=1 location=0:14
    0.000 step-ended task=1 [location=0:16 call=sleep untilNs=500000000]
    0.000 primitive-seen primitive=2 type=ThreadPoolExecutor by=3 state={"kind":"pool","places":12}
    0.000 job-submitted job=3 pool=2 function=slow by=3
    0.000 job-began job=3
    0.000 parked agent=4 [location=0:7 call=time.sleep untilNs=3000000000]
    0.000 step-ended task=3 [call=to_thread job=3]
    0.500 step-ended task=1 [location=0:19 job=1]
    0.500 job-cancelled job=2 by=1 isRunning=false
    0.500 job-cancelled job=3 by=1 isRunning=true
    0.500 step-ended task=3
    1.000 job-ended job=1 how=returned
    1.000 parked agent=2 []
    1.000 step-ended task=1
    1.000 step-ended task=5
    1.000 parked agent=7 [joins=4]
    3.000 job-ended job=3 how=returned
    3.000 step-ended task=6
    3.000 job-submitted job=4 pool=1 function=slow by=0 location=0:22
    3.000 parked agent=0 [location=0:22 call=Future.exception job=4]
    3.000 job-began job=4
    3.000 parked agent=2 [location=0:7 call=time.sleep untilNs=5000000000]
    5.000 job-ended job=4 how=raised
    5.000 parked agent=2 []
    5.000 parked agent=0 [joins=2]
    exit 0
  `),
  );
});

it('tells that a job waits behind the one that waits for it', async () => {
  const program = `
    import asyncio
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(max_workers=1)

    def outer():
        return pool.submit(inner).result()

    def inner():
        return "inner"

    async def main():
        await asyncio.get_running_loop().run_in_executor(pool, outer)

    asyncio.run(main())
  `;
  expect(await told(program, ['job-submitted', 'job-began', 'parked', 'step-ended'])).toBe(
    dedent(`
    0.000 job-submitted job=1 pool=1 function=outer by=1 location=0:13
    0.000 job-began job=1
    0.000 parked agent=2 [location=0:7 call=ThreadPoolExecutor.submit]
    0.000 step-ended task=1 [location=0:13 job=1]
    0.000 job-submitted job=2 pool=1 function=inner by=2 location=0:7
    0.000 parked agent=2 [location=0:7 call=Future.result job=2]
    deadlocked
  `),
  );
});

it('tells the thread for whose end the program waits, and what that stands in', async () => {
  const program = `
    import asyncio, queue

    typed = queue.Queue()

    async def main():
        future = asyncio.get_running_loop().run_in_executor(None, typed.get)
        await asyncio.sleep(0.5)
        future.cancel()

    asyncio.run(main())
  `;
  expect(await told(program, ['thread-started', 'parked', 'job-cancelled'])).toBe(
    dedent(`
    0.000 thread-started started=2 name=asyncio_0 parent=1 isDaemon=false pool=1 location=0:6
    0.000 parked agent=2 [call=Queue.get primitive=2]
    0.500 job-cancelled job=1 by=1 isRunning=true
    0.500 parked agent=5 [joins=2]
    300.500 parked agent=0 [joins=2]
    deadlocked
  `),
  );
});

it('tells the task whose result a thread waits for, though that is made only then', async () => {
  const program = `
    import asyncio, threading

    async def answer():
        await asyncio.sleep(1)
        raise SystemExit(1)

    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever).start()
    future = asyncio.run_coroutine_threadsafe(answer(), loop)
    future.result()
  `;
  expect(
    await told(program, ['parked', 'resumed', 'task-created', 'task-finished', 'thread-ended']),
  ).toBe(
    dedent(`
    0.000 parked agent=0 [location=0:10 call=Future.result coroutine=answer runsIn=1]
    0.000 task-created task=2 name=Task-1 coroutine=answer args= isLibrary=false parent=1
    0.000 parked agent=0 [location=0:10 call=Future.result task=2]
    1.000 task-finished task=2 how=raised detail="SystemExit: 1" location=0:5
    1.000 thread-ended how=raised detail="SystemExit: 1" location=0:5
    deadlocked
  `),
  );
});

it('numbers the names of tasks as natively, however often threads have switched', async () => {
  const program = `
    import asyncio, time

    async def main():
        await asyncio.to_thread(time.sleep, 1)
        time.sleep(1)
        await asyncio.create_task(asyncio.sleep(0))

    asyncio.run(main())
  `;
  const created = await told(program, ['task-created']);
  expect(created).toContain('name=Task-2 coroutine=sleep');
});
