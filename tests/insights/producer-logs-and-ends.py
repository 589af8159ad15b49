import asyncio


async def produce(queue):
    try:
        for n in range(3):
            await asyncio.sleep(0.1)
            await queue.put(1 // (1 - n))
    except ZeroDivisionError as error:
        print("logged:", error)


async def consume(queue):
    while (item := await queue.get()) is not None:
        print(item)


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(produce(queue), consume(queue))


asyncio.run(main())
