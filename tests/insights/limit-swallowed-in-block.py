import asyncio


async def load():
    try:
        await asyncio.sleep(5)
    except BaseException as error:
        print("ignored", type(error).__name__)
    await asyncio.sleep(0.4)


async def main():
    async with asyncio.timeout(1):
        await load()
        print("loaded")


asyncio.run(main())
