import asyncio


async def compute():
    return 42


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(compute(), loop)
    try:
        print(future.result(timeout=2))
    except TimeoutError:
        print("no answer within 2 s")


asyncio.run(main())
