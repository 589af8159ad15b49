# A group inside a group, and one cancelled from outside.
import asyncio

cancelled = []


async def job(name, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
        if error:
            raise error
        print(name, "done")
    except asyncio.CancelledError:
        cancelled.append(name)
        raise


async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(job("inner a", 0.1))
        group.create_task(job("inner b", 0.2, ZeroDivisionError("b")))
        group.create_task(job("inner c", 0.5))


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner())
            group.create_task(job("outer", 0.5))
    except* ZeroDivisionError as errors:
        print(type(errors.exceptions[0]).__name__, errors.exceptions[0].exceptions)
    print("cancelled:", cancelled)
    cancelled.clear()

    task = asyncio.create_task(inner())
    await asyncio.sleep(0.05)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled from outside, no group:", sorted(cancelled))


asyncio.run(main())
