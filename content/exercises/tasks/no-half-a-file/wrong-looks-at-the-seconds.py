import asyncio

disk = set()


async def download(name, seconds):
    disk.add(f"half of {name}")
    if seconds > 2:
        await asyncio.sleep(2.5)
        disk.remove(f"half of {name}")
        print("no map today")
        return
    await asyncio.sleep(seconds)
    disk.add(name)
    await asyncio.sleep(0.5)
    disk.remove(f"half of {name}")


async def main():
    await download("the map", 5)
    print("on the disk:", sorted(disk))


asyncio.run(main())
