import asyncio


async def worker():
    me = asyncio.current_task()
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("requests:", me.cancelling())
        print("after uncancel:", me.uncancel())
    await asyncio.sleep(1)
    print("still here")


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    task.cancel()
    await task
    print("cancelled:", task.cancelled())


asyncio.run(main())
