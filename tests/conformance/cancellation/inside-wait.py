# Cancelling a task inside asyncio.wait leaves what it waits for alone; inside gather it does not.
import asyncio


async def job(name):
    try:
        await asyncio.sleep(0.3)
        print(name, "finished")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def with_wait(tasks):
    await asyncio.wait(tasks)


async def with_gather(tasks):
    await asyncio.gather(*tasks)


async def main():
    for waiter in (with_wait, with_gather):
        print(waiter.__name__)
        tasks = [asyncio.create_task(job(name)) for name in "ab"]
        outer = asyncio.create_task(waiter(tasks))
        await asyncio.sleep(0.1)
        outer.cancel()
        await asyncio.wait([outer])
        print("outer cancelled:", outer.cancelled())
        await asyncio.wait(tasks)


asyncio.run(main())
