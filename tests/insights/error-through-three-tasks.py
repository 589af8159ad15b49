import asyncio


async def inner():
    await asyncio.sleep(0.1)
    raise LookupError("deep")


async def middle():
    await asyncio.create_task(inner())


async def outer():
    await asyncio.create_task(middle())


asyncio.run(outer())
