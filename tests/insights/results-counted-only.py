import asyncio


async def upload(name):
    await asyncio.sleep(0.1)
    if name != "a":
        raise OSError(f"no room for {name}")
    return name


async def main():
    results = await asyncio.gather(upload("a"), upload("b"), return_exceptions=True)
    print(len(results), "uploads")
    first, second = await asyncio.gather(upload("a"), upload("c"), return_exceptions=True)
    print(first)


asyncio.run(main())
