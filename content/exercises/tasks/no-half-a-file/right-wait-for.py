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
    try:
        await asyncio.wait_for(download("the map", 5), 2)
    except TimeoutError:
        print("no map today")
    print("on the disk:", sorted(disk))


asyncio.run(main())
