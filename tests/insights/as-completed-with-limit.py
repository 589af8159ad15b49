import asyncio


async def fetch(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    try:
        for each in asyncio.as_completed([fetch(1), fetch(2), fetch(3)], timeout=1.5):
            print(await each)
    except TimeoutError:
        print("too slow")
    await asyncio.sleep(1)


asyncio.run(main())
