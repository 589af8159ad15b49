/** What a trace tells of tasks that were asked to stop and went on. */
import { expect, it } from 'vitest';
import type { EventKind } from '../../src/trace/schema.ts';
import { dedent } from '../dedent.ts';
import { toldOf } from './told-of.ts';

const KINDS: readonly EventKind[] = ['cancel-caught', 'task-finished', 'output'];

const told = (source: string) => toldOf(source, KINDS, /how=returned/);

it('tells the line of the except clause that took CancelledError, whatever stands beside it', async () => {
  const program = `
    import asyncio
    from asyncio import CancelledError

    STOPS = (KeyError, CancelledError)

    async def by_name():
        try:
            await asyncio.sleep(10)
        except CancelledError:
            await asyncio.sleep(1)

    async def second_clause():
        try:
            await asyncio.sleep(10)
        except ValueError:
            pass
        except (OSError, asyncio.CancelledError) as error:
            pass

    async def in_a_tuple():
        try:
            await asyncio.sleep(10)
        except STOPS:
            pass

    async def bare():
        try:
            await asyncio.sleep(10)
        except:
            raise LookupError("instead")

    async def base():
        try:
            try:
                await asyncio.sleep(10)
            finally:
                pass
        except BaseException:
            return "went on"

    async def main():
        functions = (by_name, second_clause, in_a_tuple, bare, base)
        tasks = [asyncio.create_task(function()) for function in functions]
        await asyncio.sleep(1)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        tasks[3].exception()

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    1.000 cancel-caught task=2 location=0:9
    1.000 cancel-caught task=3 location=0:17
    1.000 cancel-caught task=4 location=0:23
    1.000 cancel-caught task=5 location=0:29
    1.000 task-finished task=5 how=raised detail="LookupError: instead" location=0:30
    1.000 cancel-caught task=6 location=0:38
    exit 0
  `),
  );
});

it('tells the line of a with whose manager takes it', async () => {
  const program = `
    import asyncio, contextlib

    @contextlib.asynccontextmanager
    async def quiet():
        try:
            yield
        except asyncio.CancelledError:
            pass

    async def suppressed():
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(10)
        await asyncio.sleep(1)

    async def quietened():
        async with quiet():
            await asyncio.sleep(10)
        await asyncio.sleep(1)

    async def main():
        tasks = [asyncio.create_task(suppressed()), asyncio.create_task(quietened())]
        await asyncio.sleep(1)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    1.000 cancel-caught task=2 location=0:11
    1.000 cancel-caught task=3 location=0:7
    exit 0
  `),
  );
});

it('tells of no catch where the exception is raised again, or where the library makes another of it', async () => {
  const program = `
    import asyncio, contextlib

    async def again():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise

    async def by_name():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            raise error

    async def cleans_up(lock):
        try:
            async with lock:
                with contextlib.suppress(KeyError):
                    await asyncio.sleep(10)
        finally:
            await asyncio.sleep(1)

    async def limited():
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(1):
                await asyncio.sleep(10)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.sleep(10), 1)

    async def grouped():
        async def fails():
            raise ValueError("bad")
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fails())
                await asyncio.sleep(10)
        except* ValueError:
            pass

    async def main():
        lock = asyncio.Lock()
        functions = (again(), by_name(), cleans_up(lock))
        tasks = [asyncio.create_task(coroutine) for coroutine in functions]
        await asyncio.sleep(1)
        for task in tasks:
            task.cancel()
        await asyncio.wait([*tasks, asyncio.create_task(limited()), asyncio.create_task(grouped())])

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    1.000 task-finished task=2 how=cancelled detail=
    1.000 task-finished task=3 how=cancelled detail=
    1.000 task-finished task=7 how=raised detail="ValueError: bad" location=0:32
    2.000 task-finished task=4 how=cancelled detail=
    exit 0
  `),
  );
});

it('tells of a task that cancels itself and goes on', async () => {
  const program = `
    import asyncio

    async def main():
        asyncio.current_task().cancel()
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("not now")

    asyncio.run(main())
  `;
  expect(await told(program)).toBe(
    dedent(`
    0.000 output stream=stdout text="not now\\n" by=1
    0.000 cancel-caught task=1 location=0:7
    exit 0
  `),
  );
});
