import asyncio


async def flaky(n):
    await asyncio.sleep(0.1)
    raise RuntimeError(f"crash {n}")


async def supervise():
    for n in range(3):
        try:
            await asyncio.create_task(flaky(n))
        except RuntimeError as error:
            print("again after", error)


asyncio.run(supervise())
