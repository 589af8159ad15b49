import asyncio


async def cook(dish, seconds):
    print(f"{dish}: on the stove")
    await asyncio.sleep(seconds)
    return f"{dish} is served"


async def main():
    soup = cook("soup", 2)
    rice = cook("rice", 3)
    await asyncio.sleep(1)
    print(await rice)
    print(await soup)


asyncio.run(main())
