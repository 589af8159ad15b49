# cancelling() counts the requests and uncancel() takes one back.
import asyncio


async def worker():
    me = asyncio.current_task()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("requests:", me.cancelling())
        print("left:", me.uncancel())
        if me.cancelling() == 0:
            print("carry on")
            await asyncio.sleep(0.05)
            return "finished"
        raise


async def main():
    for requests in (1, 2):
        task = asyncio.create_task(worker())
        await asyncio.sleep(0.05)
        for _ in range(requests):
            print("cancel:", task.cancel())
        print(await asyncio.gather(task, return_exceptions=True), task.cancelled())


asyncio.run(main())
