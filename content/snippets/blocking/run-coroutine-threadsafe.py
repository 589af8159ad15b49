import asyncio


async def find_price(item):
    await asyncio.sleep(1)
    return 3.50


def old_till(loop):
    future = asyncio.run_coroutine_threadsafe(find_price("tea"), loop)
    price = future.result(timeout=5)
    return f"to pay: {price:.2f}"


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(old_till, loop))


asyncio.run(main())
