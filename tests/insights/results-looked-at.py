import asyncio


async def save(n):
    await asyncio.sleep(0.1)
    if n == 1:
        raise OSError("disk full")
    return n


async def main():
    results = await asyncio.gather(*(save(n) for n in range(3)), return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            print("not saved:", result)


asyncio.run(main())
