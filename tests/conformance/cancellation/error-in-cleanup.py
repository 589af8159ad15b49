# An error raised while handling the cancellation replaces it, and remembers it as its context.
import asyncio


async def careless():
    try:
        await asyncio.sleep(1)
    finally:
        raise OSError("disk full")


async def slow_cleanup():
    try:
        await asyncio.sleep(1)
    finally:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("cancelled again, in cleanup")
            raise


async def main():
    task = asyncio.create_task(careless())
    await asyncio.sleep(0.05)
    task.cancel()
    try:
        await task
    except OSError as error:
        print(error, "after", type(error.__context__).__name__, task.cancelled())

    task = asyncio.create_task(slow_cleanup())
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.sleep(0.05)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), task.cancelling())


asyncio.run(main())
