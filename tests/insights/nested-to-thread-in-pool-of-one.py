import asyncio
from concurrent.futures import ThreadPoolExecutor


async def leaf():
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, str, 1)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(1))

    def outer():
        return asyncio.run_coroutine_threadsafe(leaf(), loop).result()

    print(await asyncio.to_thread(outer))


asyncio.run(main())
