# requires: 3.13
# Queue.shutdown(immediate=True) empties the queue and wakes everyone, join included.
import asyncio


async def blocked(name, waiting):
    try:
        await waiting
        return f"{name} returned"
    except asyncio.QueueShutDown:
        return f"{name} was told"


async def main():
    full = asyncio.Queue(maxsize=1)
    full.put_nowait("item")
    tasks = [
        asyncio.create_task(blocked("putter", full.put("another"))),
        asyncio.create_task(blocked("joiner", full.join())),
    ]
    await asyncio.sleep(0.05)
    full.shutdown(immediate=True)
    print(await asyncio.gather(*tasks))
    print(full.qsize())
    empty = asyncio.Queue()
    getter = asyncio.create_task(blocked("getter", empty.get()))
    await asyncio.sleep(0.05)
    empty.shutdown(immediate=True)
    print(await getter)


asyncio.run(main())
