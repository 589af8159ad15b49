import asyncio


async def bake(shelf):
    for number in (1, 2, 3, 4):
        await asyncio.sleep(1)
        await shelf.put(f"loaf {number}")
    shelf.shutdown()


async def sell(shelf):
    try:
        while True:
            loaf = await shelf.get()
            await asyncio.sleep(3)
            print(f"{loaf} sold")
    except asyncio.QueueShutDown:
        print("sold out")


async def main():
    shelf = asyncio.Queue(maxsize=1)
    await asyncio.gather(bake(shelf), sell(shelf))


asyncio.run(main())
