import asyncio


async def fetch(name):
    await asyncio.sleep(1)
    return name


async def main():
    for name in "abc":
        task = asyncio.create_task(fetch(name))
        print(await task)


asyncio.run(main())
