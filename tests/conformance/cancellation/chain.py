# Cancelling a task cancels what it awaits: the innermost first, then outwards.
import asyncio


async def level(name, inner):
    try:
        return await inner
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    finally:
        print(name, "ends")


async def main():
    bottom = asyncio.create_task(level("bottom", asyncio.sleep(5)))
    middle = asyncio.create_task(level("middle", bottom))
    top = asyncio.create_task(level("top", middle))
    await asyncio.sleep(0.1)
    top.cancel()
    print("requested", [task.done() for task in (bottom, middle, top)])
    await asyncio.wait([top])
    print([task.cancelled() for task in (bottom, middle, top)])


asyncio.run(main())
