import asyncio


async def get(what, seconds):
    await asyncio.sleep(seconds)
    print(f"{what}: ready")


async def snacks():
    await asyncio.gather(get("popcorn", 3), get("lemonade", 1))
    await get("bowls", 0.5)


async def projector():
    await get("screen", 2)
    await get("film", 2.5)


async def main():
    await asyncio.gather(snacks(), projector())
    print("lights out")


asyncio.run(main())
