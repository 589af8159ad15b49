import asyncio


async def load():
    await asyncio.sleep(0.1)
    raise OSError("no cache")


async def main():
    task = asyncio.create_task(load())
    try:
        await task
    except OSError:
        print("starting empty")
    await asyncio.Event().wait()


asyncio.run(main())
