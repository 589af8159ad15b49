import asyncio


async def ask_price(shop):
    await asyncio.sleep(2)
    print(f"{shop} has answered")


async def main():
    market = asyncio.create_task(ask_price("market"))
    bakery = asyncio.create_task(ask_price("bakery"))
    dairy = asyncio.create_task(ask_price("dairy"))
    for task in (market, bakery, dairy):
        await task
    print("all asked")


asyncio.run(main())
