import asyncio

disk = set()


async def download(name, seconds):
    disk.add(f"half of {name}")
    await asyncio.sleep(seconds)
    disk.add(name)
    await asyncio.sleep(0.5)
    disk.remove(f"half of {name}")


async def main():
    try:
        async with asyncio.timeout(2):
            await download("the map", 5)
    except TimeoutError:
        disk.clear()
        await asyncio.sleep(0.5)
        print("no map today")
    print("on the disk:", sorted(disk))


asyncio.run(main())
