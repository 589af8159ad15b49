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
        cook("toast", 0, 2),
        cook("tea", 0, 3),
    )
    print("waited for the last: 0.0 s")


asyncio.run(main())
