# CancelledError caught inside the block: no TimeoutError follows, though the limit has expired.
import asyncio


async def main():
    try:
        async with asyncio.timeout(0.1) as limit:
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print("caught inside", asyncio.current_task().cancelling())
    except TimeoutError:
        print("never printed")
    print("swallowed; expired:", limit.expired(), asyncio.current_task().cancelling())

    try:
        async with asyncio.timeout(0.1):
            try:
                await asyncio.sleep(1)
            finally:
                raise KeyError("from cleanup")
    except KeyError as error:
        print("another error wins:", error)

    async def inner():
        async with asyncio.timeout(0.5):
            await asyncio.sleep(1)

    task = asyncio.create_task(inner())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled from outside:", task.cancelled())


asyncio.run(main())
