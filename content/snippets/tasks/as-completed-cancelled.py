import asyncio


async def ask_price(shop, seconds):
    await asyncio.sleep(seconds)
    print(f"{shop} has answered")


async def main():
    tasks = [
        asyncio.create_task(ask_price("bakery", 1)),
        asyncio.create_task(ask_price("market", 3)),
    ]
    try:
        async with asyncio.timeout(2):
            for next_one in asyncio.as_completed(tasks):
                await next_one
    except TimeoutError:
        print("main: out of time")
    await asyncio.wait(tasks)


asyncio.run(main())
