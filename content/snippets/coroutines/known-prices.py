import asyncio

known = {"tea": 3, "milk": 1}


async def price(item):
    if item not in known:
        await asyncio.sleep(1)
        known[item] = 12
    return known[item]


async def shop(name, *items):
    for item in items:
        print(f"{name}: {item} costs", await price(item))


async def main():
    ann = shop("Ann", "tea", "rum", "milk")
    ben = shop("Ben", "milk", "tea")
    await asyncio.gather(ann, ben)


asyncio.run(main())
