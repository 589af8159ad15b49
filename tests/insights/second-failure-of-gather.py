import asyncio


async def save(n):
    await asyncio.sleep(n / 10)
    raise OSError(f"disk {n} full")


async def main():
    try:
        await asyncio.gather(save(1), save(2))
    except OSError as error:
        print("failed:", error)
    await asyncio.sleep(1)


asyncio.run(main())
