import asyncio


async def ask_price(shop):
    await asyncio.sleep(2)
    print(f"{shop} has answered")


async def main():
    await asyncio.create_task(ask_price("market"))
    await asyncio.create_task(ask_price("bakery"))
    await asyncio.create_task(ask_price("dairy"))
    print("all asked")


asyncio.run(main())
