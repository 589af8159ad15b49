import asyncio


async def compute():
    await asyncio.sleep(0.1)
    return 42


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(compute(), loop)
    print(future.result())


asyncio.run(main())
