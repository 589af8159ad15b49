import asyncio

attempts = 0


async def connect():
    global attempts
    attempts += 1
    await asyncio.sleep(0.5)
    if attempts < 4:
        raise ConnectionError("refused")
    return "connected"


async def retry(work, times=5, pause=1, longest=30):
    for attempt in range(1, times + 1):
        try:
            return await work()
        except OSError as error:
            if attempt == times:
                raise
            print(f"{error}; again in {pause} s")
        await asyncio.sleep(pause)
        pause = min(2 * pause, longest)


async def main():
    print(await retry(connect))


asyncio.run(main())
