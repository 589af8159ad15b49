import asyncio


async def job():
    await asyncio.sleep(0.1)


async def main():
    await asyncio.wait([asyncio.create_task(job())])
    await asyncio.sleep(0.1)


asyncio.run(main())
