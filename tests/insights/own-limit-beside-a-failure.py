import asyncio


async def bad():
    await asyncio.sleep(1)
    raise ValueError("bad")


async def patient():
    await asyncio.sleep(1)
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(5)
    except TimeoutError:
        print("patient gave up")


async def main():
    tasks = [asyncio.create_task(bad()), asyncio.create_task(patient())]
    await asyncio.wait(tasks)
    print(tasks[0].exception())


asyncio.run(main())
