import asyncio


async def find_price(item):
    await asyncio.sleep(1)
    return 3.50


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(find_price("tea"), loop)
    try:
        print(future.result(timeout=5))
    except TimeoutError:
        print("no price after 5 seconds")

    print(await asyncio.wrap_future(future))


asyncio.run(main())
