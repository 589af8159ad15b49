import asyncio


async def deliver(chunks):
    for number, seconds in enumerate((1, 1.5, 1.5, 5), start=1):
        await asyncio.sleep(seconds)
        await chunks.put(number)


async def main():
    loop = asyncio.get_running_loop()
    chunks = asyncio.Queue()
    sender = asyncio.create_task(deliver(chunks), name="sender")
    try:
        async with asyncio.timeout(2) as patience:
            while True:
                print("chunk", await chunks.get())
                patience.reschedule(loop.time() + 2)
    except TimeoutError:
        print("2 s without a chunk; expired:", patience.expired())
    sender.cancel()


asyncio.run(main())
