import asyncio


async def save():
    await asyncio.sleep(2)


async def request():
    await asyncio.shield(save())


async def main():
    saving = asyncio.create_task(save(), name="saving")
    try:
        async with asyncio.timeout(0.5):
            await asyncio.shield(saving)
    except TimeoutError:
        print("not waiting any longer")
    await saving
    asked = asyncio.create_task(request())
    await asyncio.sleep(0.1)
    asked.cancel()
    await asyncio.wait([asked])


asyncio.run(main())
