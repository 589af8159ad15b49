import asyncio


async def price(item, seconds, euros):
    print(f"asking for the {item}")
    await asyncio.sleep(seconds)
    return euros


async def bill():
    food = await price("soup", 2, 6) + await price("bread", 1, 2)
    drink = await price("tea", 1.5, 3)
    return food + drink


async def main():
    print(f"{await bill()} euros, please")


asyncio.run(main())
