import asyncio


async def wash(rack):
    for plate in range(5):
        await asyncio.sleep(1)
        await rack.put(plate)
    rack.shutdown()


async def dry(name, rack):
    try:
        while True:
            await rack.get()
            await asyncio.sleep(1.5)
    except asyncio.QueueShutDown:
        print(f"{name} hangs up the towel")


async def main():
    rack = asyncio.Queue()
    await asyncio.gather(wash(rack), dry("Ann", rack), dry("Ben", rack))


asyncio.run(main())
