import asyncio


async def fetch(name):
    await asyncio.sleep(1)
    return name


async def main():
    print(await asyncio.gather(*(fetch(name) for name in "abc")))


asyncio.run(main())
