import asyncio


async def tea():
    print("tea: the kettle is on")
    await asyncio.sleep(3)
    print("tea: poured")
    await asyncio.sleep(2)
    print("tea: ready to drink")


async def toast():
    print("toast: in the toaster")
    await asyncio.sleep(2)
    print("toast: out again")
    await asyncio.sleep(2)
    print("toast: buttered")


async def breakfast():
    await asyncio.gather(tea(), toast())


asyncio.run(breakfast())
