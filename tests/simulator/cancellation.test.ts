/** What a trace tells of cancelling: who asked whom and why, whose time limit it was, and who caught it. */
import { expect, it } from 'vitest';
import type { EventKind } from '../../src/trace/schema.ts';
import { dedent } from '../dedent.ts';
import { toldOf } from './told-of.ts';

const KINDS: readonly EventKind[] = [
  'cancel-requested',
  'cancel-caught',
  'limit-set',
  'limit-moved',
  'limit-ended',
  'task-finished',
];

const told = (source: string) => toldOf(source, KINDS, /how=returned/);

it('tells who called cancel(), on which line, and what was awaited by whom', async () => {
  const program = `
    import asyncio

    async def inner():
        await asyncio.sleep(10)

    async def outer():
        await asyncio.create_task(inner())

    async def main():
        task = asyncio.create_task(outer())
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.wait([task])

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    1.000 cancel-requested task=2 by=1 reason=explicit location=0:12
    1.000 cancel-requested task=3 by=1 reason=awaiter because=2 location=0:12
    1.000 task-finished task=3 how=cancelled detail=
    1.000 task-finished task=2 how=cancelled detail=
    exit 0
  `),
  );
});

it('tells of a cancel() that a loop was given as a callback by whom, and where', async () => {
  const program = `
    import asyncio
    import threading
    from functools import partial

    async def nap():
        await asyncio.sleep(10)

    async def main():
        loop = asyncio.get_running_loop()
        tasks = [asyncio.create_task(nap()) for _ in range(4)]
        loop.call_soon(tasks[0].cancel)
        loop.call_later(1, partial(tasks[1].cancel, "late"))
        def work():
            loop.call_soon_threadsafe(tasks[2].cancel)
        threading.Timer(2, work).start()
        loop.call_later(3, lambda: tasks[3].cancel())
        await asyncio.wait(tasks)

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 cancel-requested task=2 by=1 reason=explicit location=0:11
    0.000 task-finished task=2 how=cancelled detail=
    1.000 cancel-requested task=3 by=1 reason=explicit location=0:12
    1.000 task-finished task=3 how=cancelled detail=
    2.000 cancel-requested task=4 by=6 reason=explicit location=0:14
    2.000 task-finished task=4 how=cancelled detail=
    3.000 cancel-requested task=5 by=0 reason=explicit location=0:16
    3.000 task-finished task=5 how=cancelled detail=
    exit 0
  `),
  );
});

it('tells the time limit that was up, where it was set, and all that went with it', async () => {
  const program = `
    import asyncio

    async def fetch(n):
        await asyncio.sleep(n)

    async def main():
        try:
            async with asyncio.timeout(1.5):
                await asyncio.gather(fetch(1), fetch(2), fetch(3))
        except TimeoutError:
            pass
        loop = asyncio.get_running_loop()
        async with asyncio.timeout_at(loop.time() + 1) as limit:
            limit.reschedule(None)
            limit.reschedule(loop.time() + 5)
            await asyncio.wait_for(fetch(1), 2)
        try:
            await asyncio.wait_for(asyncio.create_task(fetch(9)), 0)
        except TimeoutError:
            pass

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 limit-set limit=1 task=1 call=timeout dueNs=1500000000 location=0:8
    1.500 limit-ended limit=1 how=expired
    1.500 cancel-requested task=1 by=0 reason=time-limit limit=1 location=0:8
    1.500 cancel-requested task=3 by=0 reason=gather because=1 location=0:8
    1.500 cancel-requested task=4 by=0 reason=gather because=1 location=0:8
    1.500 task-finished task=3 how=cancelled detail=
    1.500 task-finished task=4 how=cancelled detail=
    1.500 limit-set limit=2 task=1 call=timeout_at dueNs=2500000000 location=0:13
    1.500 limit-moved limit=2
    1.500 limit-moved limit=2 dueNs=6500000000
    1.500 limit-set limit=3 task=1 call=wait_for dueNs=3500000000 location=0:16
    2.500 limit-ended limit=3 how=left
    2.500 limit-ended limit=2 how=left
    2.500 cancel-requested task=5 by=1 reason=time-limit location=0:18
    2.500 task-finished task=5 how=cancelled detail=
    exit 0
  `),
  );
});

it('tells which member of a task group had failed, or that its body had', async () => {
  const program = `
    import asyncio

    async def good():
        await asyncio.sleep(9)

    async def bad():
        await asyncio.sleep(1)
        raise ValueError("bad")

    async def member_fails():
        async with asyncio.TaskGroup() as group:
            group.create_task(good())
            group.create_task(bad())
            await asyncio.sleep(5)

    async def body_fails():
        async with asyncio.TaskGroup() as group:
            group.create_task(good())
            await asyncio.sleep(1)
            raise KeyError("body")

    async def main():
        for function in (member_fails, body_fails):
            try:
                await function()
            except* (ValueError, KeyError):
                pass

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    1.000 task-finished task=3 how=raised detail="ValueError: bad" location=0:8
    1.000 cancel-requested task=2 by=0 reason=task-group because=3
    1.000 cancel-requested task=1 by=0 reason=task-group-body because=3
    1.000 task-finished task=2 how=cancelled detail=
    2.000 cancel-requested task=4 by=1 reason=task-group because=1 location=0:20 error="KeyError: 'body'"
    2.000 task-finished task=4 how=cancelled detail=
    exit 0
  `),
  );
});

it('tells that asyncio.run cancels what is left when its coroutine is done', async () => {
  const program = `
    import asyncio

    async def heartbeat():
        while True:
            await asyncio.sleep(1)

    async def main():
        asyncio.create_task(heartbeat())
        await asyncio.sleep(2.5)

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    2.500 cancel-requested task=2 by=0 reason=run-ended because=1
    2.500 task-finished task=2 how=cancelled detail=
    exit 0
  `),
  );
});

it('tells that an interrupt cancels what asyncio.run runs', async () => {
  const program = `
    import asyncio, os, signal

    async def main():
        asyncio.get_running_loop().call_later(0.5, os.kill, os.getpid(), signal.SIGINT)
        try:
            await asyncio.sleep(10)
        finally:
            await asyncio.sleep(0.2)

    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        pass
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.500 cancel-requested task=1 by=0 reason=interrupt
    0.700 task-finished task=1 how=cancelled detail=
    exit 0
  `),
  );
});

it('tells who cancelled a gather, and that nobody cancelled who awaits it', async () => {
  const program = `
    import asyncio

    async def nap():
        await asyncio.sleep(10)

    async def main():
        gathered = asyncio.gather(nap(), nap())
        asyncio.get_running_loop().call_later(1, gathered.cancel)
        try:
            await gathered
        except asyncio.CancelledError:
            pass
        gathered = asyncio.gather(nap())
        await asyncio.sleep(0)
        gathered.cancel()
        await gathered

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    1.000 cancel-requested task=2 by=1 reason=gather location=0:8
    1.000 cancel-requested task=3 by=1 reason=gather location=0:8
    1.000 task-finished task=2 how=cancelled detail=
    1.000 task-finished task=3 how=cancelled detail=
    1.000 cancel-requested task=4 by=1 reason=gather location=0:15
    1.000 task-finished task=4 how=cancelled detail=
    1.000 task-finished task=1 how=cancelled detail= location=0:4 origin=4
    exit 1
  `),
  );
});

it('tells the line that asked where a kind of task decides for itself', async () => {
  const program = `
    import asyncio

    class Stubborn(asyncio.Task):
        asked = 0

        def cancel(self, msg=None):
            self.asked += 1
            return self.asked > 1 and super().cancel(msg)

    async def nap():
        await asyncio.sleep(10)

    async def awaits(task):
        await task

    async def main():
        task = Stubborn(nap())
        outer = asyncio.create_task(awaits(task))
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.sleep(1)
        outer.cancel()
        await asyncio.wait([outer])

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    2.000 cancel-requested task=3 by=1 reason=explicit location=0:22
    2.000 cancel-requested task=2 by=1 reason=awaiter because=3 location=0:22
    2.000 task-finished task=2 how=cancelled detail=
    2.000 task-finished task=3 how=cancelled detail=
    exit 0
  `),
  );
});

it('tells of nobody who would have cancelled a task that passes on a cancellation', async () => {
  const program = `
    import asyncio

    async def stubborn():
        while True:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                if asyncio.current_task().cancelling() == 2:
                    raise

    async def main():
        task = asyncio.create_task(stubborn())
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.sleep(1)
        asyncio.get_running_loop().call_later(1, task.cancel)
        await task

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 cancel-requested task=2 by=1 reason=explicit location=0:14
    0.000 cancel-caught task=2 location=0:7
    2.000 cancel-requested task=2 by=1 reason=explicit location=0:16
    2.000 task-finished task=2 how=cancelled detail=
    2.000 task-finished task=1 how=cancelled detail= location=0:6 origin=2
    exit 1
  `),
  );
});

it('tells of nothing where a task that is done is cancelled', async () => {
  const program = `
    import asyncio

    async def quick():
        pass

    async def main():
        task = asyncio.create_task(quick())
        await task
        task.cancel()
        asyncio.get_running_loop().call_soon(task.cancel)
        await asyncio.sleep(0)

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    exit 0
  `),
  );
});

it('finds a cancel() in a loop, a comprehension, a lambda, a variable and a function of another file', async () => {
  const program = `
    import asyncio

    with open("stop.py", "w") as file:
        file.write("def stop(task):\\n    task.cancel()\\n")
    import stop

    async def nap():
        await asyncio.sleep(10)

    async def main():
        tasks = [asyncio.create_task(nap()) for _ in range(5)]
        await asyncio.sleep(0)
        for call in (print, tasks[0].cancel):
            call()
        [task.cancel() for task in tasks[1:2]]
        (lambda: tasks[2].cancel())()
        asyncio.Task.cancel(tasks[3], "msg")
        stop.stop(tasks[4])
        await asyncio.wait(tasks)

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 cancel-requested task=2 by=1 reason=explicit location=0:14
    0.000 cancel-requested task=3 by=1 reason=explicit location=0:15
    0.000 cancel-requested task=4 by=1 reason=explicit location=0:16
    0.000 cancel-requested task=5 by=1 reason=explicit location=0:17
    0.000 cancel-requested task=6 by=1 reason=explicit location=1:2
    0.000 task-finished task=2 how=cancelled detail=
    0.000 task-finished task=3 how=cancelled detail=
    0.000 task-finished task=4 how=cancelled detail=
    0.000 task-finished task=5 how=cancelled detail=
    0.000 task-finished task=6 how=cancelled detail=
    exit 0
  `),
  );
});
