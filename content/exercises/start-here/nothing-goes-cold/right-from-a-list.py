import asyncio


async def cook(dish, begin, seconds):
    await asyncio.sleep(begin)
    print(f"{dish}: on the stove")
    await asyncio.sleep(seconds)
    print(f"{dish}: ready after {seconds} s")
    return asyncio.get_running_loop().time()


async def main():
    times = {"eggs": 4, "toast": 2, "tea": 3}
    longest = max(times.values())
    ready = await asyncio.gather(
        *(cook(dish, longest - time, time) for dish, time in times.items())
    )
    print(f"waited for the last: {max(ready) - min(ready):.1f} s")


asyncio.run(main())
