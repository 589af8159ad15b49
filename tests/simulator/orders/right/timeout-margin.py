import asyncio

async def work():
    await asyncio.sleep(0.5)
    return "done"

async def main():
    async with asyncio.timeout(1.0):
        print(await work())

asyncio.run(main())
