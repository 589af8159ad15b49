import asyncio

disk = set()


async def download(name, seconds):
    disk.add(f"half of {name}")
    try:
        await asyncio.sleep(seconds)
        disk.add(name)
    finally:
        await asyncio.sleep(0.5)
        disk.remove(f"half of {name}")


async def main():
    task = asyncio.create_task(download("the map", 5))
    done, pending = await asyncio.wait([task], timeout=2)
    if pending:
        print("no map today")
    print("on the disk:", sorted(disk))


asyncio.run(main())
