import asyncio


async def kettle():
    await asyncio.sleep(3)
    print("the water boils")


async def toaster():
    await asyncio.sleep(2)
    print("the toast jumps up")


async def breakfast():
    await toaster()
    await kettle()
    print("breakfast is ready")


asyncio.run(breakfast())
