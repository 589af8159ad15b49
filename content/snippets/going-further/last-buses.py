import asyncio


async def bus(stop, minutes, rest):
    while not stop.is_set():
        await asyncio.sleep(minutes)
        try:
            await asyncio.wait_for(stop.wait(), rest)
        except TimeoutError:
            pass


async def main():
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.call_later(7, stop.set)
    try:
        async with asyncio.timeout(None) as limit:
            async with asyncio.TaskGroup() as depot:
                depot.create_task(bus(stop, 3, rest=2), name="red")
                depot.create_task(bus(stop, 2, rest=6), name="green")
                depot.create_task(bus(stop, 4, rest=2.5), name="blue")
                await stop.wait()
                limit.reschedule(loop.time() + 3)
    except TimeoutError:
        print("the depot is locked")


asyncio.run(main())
