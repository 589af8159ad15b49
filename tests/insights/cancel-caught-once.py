import asyncio


async def save():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("saving first")
        await asyncio.sleep(0.5)
        raise


async def main():
    task = asyncio.create_task(save())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("stopped")


asyncio.run(main())
