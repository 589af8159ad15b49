import asyncio


async def is_open(shop):
    await asyncio.sleep(1)
    return shop == "bakery"


async def main():
    for shop in ("bakery", "butcher"):
        if await is_open(shop):
            print(f"the {shop} is open")
        else:
            print(f"the {shop} is closed")


asyncio.run(main())
