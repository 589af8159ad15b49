# requires: 3.12
# An eager task runs at once, up to its first wait; one that never waits is finished already.
import asyncio


async def cached(value):
    print("cached", value)
    return value


async def fetched(value):
    print("fetching", value)
    await asyncio.sleep(0.05)
    print("fetched", value)
    return value


async def main():
    loop = asyncio.get_running_loop()
    lazy = asyncio.create_task(cached(1))
    print("lazy is done:", lazy.done())
    loop.set_task_factory(asyncio.eager_task_factory)
    hit = asyncio.create_task(cached(2))
    print("hit is done:", hit.done(), hit.result())
    miss = asyncio.create_task(fetched(3))
    print("miss is done:", miss.done())
    print(await lazy)
    async with asyncio.TaskGroup() as group:
        first = group.create_task(cached(4))
        print("in a group:", first.done())
    print(await asyncio.gather(hit, miss, cached(5)))


asyncio.run(main())
