# Waiting getters are served first come first served; so are waiting putters.
import asyncio


async def getter(queue, name):
    print(name, "got", await queue.get())


async def putter(queue, item):
    await queue.put(item)
    print("put", item)


async def main():
    queue = asyncio.Queue()
    getters = [asyncio.create_task(getter(queue, name)) for name in "abc"]
    await asyncio.sleep(0.05)
    for item in range(3):
        queue.put_nowait(item)
        print("offered", item)
    await asyncio.gather(*getters)

    queue = asyncio.Queue(maxsize=1)
    queue.put_nowait("first")
    putters = [asyncio.create_task(putter(queue, item)) for item in ("x", "y", "z")]
    await asyncio.sleep(0.05)
    putters[1].cancel()
    for _ in range(3):
        print("took", await queue.get())
        await asyncio.sleep(0.05)
    print([task.cancelled() for task in putters])


asyncio.run(main())
