import asyncio


async def cook(dish, begin, seconds):
    await asyncio.sleep(begin)
    print(f"{dish}: on the stove")
    await asyncio.sleep(seconds)
    print(f"{dish}: ready after {seconds} s")
    return asyncio.get_running_loop().time()


async def main():
    ready = await asyncio.gather(
        cook("eggs", 0, 4),
        cook("toast", 4 - 2, 2),
        cook("tea", 4 - 3, 3),
    )
    print(f"waited for the last: {max(ready) - min(ready):.1f} s")


asyncio.run(main())
