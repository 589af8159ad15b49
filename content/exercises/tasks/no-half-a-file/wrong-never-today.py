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
    loading = asyncio.create_task(download("the map", 5))
    await asyncio.sleep(2)
    loading.cancel()
    await asyncio.wait([loading])
    print("no map today")
    print("on the disk:", sorted(disk))


asyncio.run(main())
