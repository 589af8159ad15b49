import asyncio


async def ask(shop):
    if shop == "bakery":
        async with asyncio.timeout(1):
            await asyncio.sleep(9)
    await asyncio.sleep(9)


async def main():
    for shop in ("market", "bakery"):
        try:
            async with asyncio.timeout(2) as limit:
                await ask(shop)
        except TimeoutError:
            whose = "mine" if limit.expired() else "theirs"
            print(f"{shop}: the limit was {whose}")


asyncio.run(main())
