import asyncio


async def job(name):
    try:
        await asyncio.sleep(3)
        print(f"{name}: finished")
    except asyncio.CancelledError:
        print(f"{name}: cancelled")
        raise


async def main():
    try:
        async with asyncio.timeout(1):
            await asyncio.gather(job("gathered"))
    except TimeoutError:
        print("main: out of time")
    try:
        task = asyncio.create_task(job("waited for"))
        async with asyncio.timeout(1):
            await asyncio.wait([task])
    except TimeoutError:
        print("main: out of time")
    await task


asyncio.run(main())
