import asyncio


async def receive(queue):
    for number in range(1, 13):
        await asyncio.sleep(0.25)
        await queue.put(f"order {number}")
        if number % 4 == 0:
            print(f"{number} received, {queue.qsize()} in the queue")


async def pack(queue):
    while True:
        await queue.get()
        await asyncio.sleep(0.9)


async def main():
    queue = asyncio.Queue(maxsize=2)
    packing = asyncio.create_task(pack(queue))
    await receive(queue)
    packing.cancel()


asyncio.run(main())
