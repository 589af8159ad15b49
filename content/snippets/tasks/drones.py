import asyncio


async def fly(landing):
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(landing)
        print(f"{asyncio.current_task().get_name()} has landed")


async def main():
    red = asyncio.create_task(fly(1), name="red")
    blue = asyncio.create_task(fly(3), name="blue")
    await asyncio.sleep(2)
    green = asyncio.create_task(fly(2), name="green")
    print("a storm: everybody down")
    for drone in (red, blue, green):
        drone.cancel()
    await asyncio.wait([red, blue, green])
    print("the sky is clear")


asyncio.run(main())
