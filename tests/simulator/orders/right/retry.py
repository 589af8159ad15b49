import asyncio
attempts = 0

async def flaky():
    global attempts
    attempts += 1
    await asyncio.sleep(0.05)
    if attempts < 3:
        raise ConnectionError("try again")
    return "answer"

async def main():
    for attempt in range(5):
        try:
            async with asyncio.timeout(0.2):
                print(await flaky())
                return
        except (ConnectionError, TimeoutError):
            await asyncio.sleep(0.1 * 2 ** attempt)
    raise RuntimeError("gave up")

asyncio.run(main())
