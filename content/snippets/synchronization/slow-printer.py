import asyncio


async def camera(tray):
    for number in (1, 2, 3, 4):
        await asyncio.sleep(1)
        await tray.put(number)
        print(f"picture {number} is in the tray")


async def printer(tray):
    for _ in range(4):
        number = await tray.get()
        await asyncio.sleep(3)
        print(f"picture {number} is printed")


async def main():
    tray = asyncio.Queue(maxsize=1)
    await asyncio.gather(camera(tray), printer(tray))


asyncio.run(main())
