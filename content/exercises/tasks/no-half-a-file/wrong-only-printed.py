import asyncio

disk = set()


async def download(name, seconds):
    await asyncio.sleep(seconds / 2)
    print("no map today")
    print("on the disk: []")


async def main():
    await download("the map", 5)


asyncio.run(main())
