import asyncio


async def session():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        pass
    return "closed"


async def main():
    task = asyncio.create_task(session())
    await asyncio.sleep(1)
    task.cancel()
    print(await task)


asyncio.run(main())
