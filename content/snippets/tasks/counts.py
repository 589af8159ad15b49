import asyncio


async def worker(take_back):
    me = asyncio.current_task()
    try:
        async with asyncio.timeout(3):
            try:
                await asyncio.sleep(2)
            except asyncio.CancelledError:
                if take_back:
                    me.uncancel()
            print("requests:", me.cancelling())
            await asyncio.sleep(9)
    except TimeoutError:
        print("the time limit is recognised")


async def main():
    for take_back in (True, False):
        task = asyncio.create_task(worker(take_back))
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.wait([task])
        print("cancelled:", task.cancelled())


asyncio.run(main())
