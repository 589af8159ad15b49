import asyncio


async def heat_oven():
    print("oven: on")
    await asyncio.sleep(3)
    print("oven: hot")


async def main():
    oven = asyncio.create_task(heat_oven())
    print("main: task made")
    print("main: chopping onions")
    await asyncio.sleep(1)
    print("main: onions are in the pan")
    await oven
    print("main: bread goes in")


asyncio.run(main())
