import asyncio


async def chunks():
    for number, seconds in enumerate((1, 1.5, 1.5, 5), start=1):
        await asyncio.sleep(seconds)
        yield number


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(2) as patience:
            async for number in chunks():
                print(f"chunk {number}")
                patience.reschedule(loop.time() + 2)
    except TimeoutError:
        print("2 s without a chunk; expired:", patience.expired())


asyncio.run(main())
