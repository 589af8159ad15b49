import asyncio


async def session():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise RuntimeError("no goodbye")


async def main():
    task = asyncio.create_task(session())
    await asyncio.sleep(0.1)


asyncio.run(main())
