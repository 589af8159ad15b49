import asyncio


async def fetch(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    tasks = [asyncio.create_task(fetch(seconds)) for seconds in (1, 2, 3)]
    try:
        for each in asyncio.as_completed(tasks, timeout=1.5):
            print(await each)
    except TimeoutError:
        print("too slow")
    await asyncio.sleep(1)


asyncio.run(main())
