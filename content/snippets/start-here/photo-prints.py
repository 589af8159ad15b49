import asyncio


def shrink():
    return sum(x * x % 255 for x in range(1_500_000))


async def photo(name):
    await asyncio.sleep(2)
    print(f"{name}: downloaded")
    shrink()
    print(f"{name}: small enough")


async def main():
    async with asyncio.TaskGroup() as album:
        for name in ("bride", "cake", "uncle"):
            album.create_task(photo(name), name=name)


asyncio.run(main())
