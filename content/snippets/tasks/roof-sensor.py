import asyncio


async def measure(place, seconds):
    await asyncio.sleep(seconds)
    if place == "roof":
        raise OSError("no signal")
    return 12


async def main():
    roof = asyncio.create_task(measure("roof", 1))
    cellar = asyncio.create_task(measure("cellar", 3))
    print("cellar:", await cellar)
    try:
        print("roof:", await roof)
    except OSError as error:
        print("roof:", error)
        await asyncio.sleep(2)
        print("the fuse is changed")


asyncio.run(main())
