import asyncio

printer = asyncio.Lock()


async def poster():
    async with printer:
        await asyncio.sleep(5)
        print("poster printed")


async def letter():
    async with printer:
        print("letter printed")


async def main():
    job = asyncio.create_task(poster(), name="poster")
    await asyncio.sleep(1)
    job.cancel()
    await asyncio.sleep(1)
    print("poster cancelled:", job.cancelled())
    await letter()


asyncio.run(main())
