import asyncio


async def fetch():
    await asyncio.sleep(2)
    raise ConnectionError("no answer")


async def keep_trying():
    for attempt in (1, 2, 3):
        try:
            return await fetch()
        except ConnectionError as error:
            print(f"attempt {attempt}: {type(error).__name__}")


async def main():
    try:
        async with asyncio.timeout(3):
            await keep_trying()
    except TimeoutError:
        print("too late")
    print("going on")


asyncio.run(main())
