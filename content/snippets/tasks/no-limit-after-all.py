import asyncio


async def main():
    async with asyncio.timeout(2) as limit:
        await asyncio.sleep(1)
        print("connected")
        limit.reschedule(None)
        await asyncio.sleep(5)
        print("listened, and no limit struck")


asyncio.run(main())
