import asyncio


async def fetch(seconds):
    await asyncio.sleep(seconds)
    if seconds < 3:
        raise ConnectionError(f"lost after {seconds}")
    return seconds


async def main():
    try:
        await asyncio.gather(fetch(1), fetch(2), fetch(3))
    except ConnectionError as error:
        print(error)
    await asyncio.sleep(5)


asyncio.run(main())
