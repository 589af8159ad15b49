import asyncio


async def produce(queue):
    for number in range(10):
        await queue.put(number)
    print("all made")


async def consume(queue):
    while True:
        number = await queue.get()
        assert number < 2, "too large"
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    consumer = asyncio.create_task(consume(queue))
    await produce(queue)
    await queue.join()
    consumer.cancel()


asyncio.run(main())
