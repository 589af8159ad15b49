# A queue of two places: the producer waits until the consumer makes room.
import asyncio
import time

start = time.monotonic()


def at():
    return round(time.monotonic() - start, 1)


async def producer(queue):
    for item in range(5):
        await queue.put(item)
        print(at(), "put", item, "size", queue.qsize())
    await queue.put(None)


async def consumer(queue):
    await asyncio.sleep(0.1)
    while (item := await queue.get()) is not None:
        print(at(), "took", item)
        await asyncio.sleep(0.2)


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))
    print(queue.empty(), queue.full(), queue.maxsize)


asyncio.run(main())
