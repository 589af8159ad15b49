# A task that swallows CancelledError goes on; it is not cancelled; a second request can end it.
import asyncio


async def stubborn():
    for attempt in range(2):
        try:
            await asyncio.sleep(0.2)
            print("slept", attempt)
        except asyncio.CancelledError:
            print("swallowed", attempt, asyncio.current_task().cancelling())
    return "result"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.1)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.1)
    task.cancel()
    task.cancel()
    await asyncio.sleep(0.1)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())


asyncio.run(main())
