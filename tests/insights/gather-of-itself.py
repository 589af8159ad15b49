import asyncio


async def work():
    await asyncio.sleep(0.1)


async def main():
    asyncio.create_task(work())
    await asyncio.gather(*asyncio.all_tasks())


asyncio.run(main())
