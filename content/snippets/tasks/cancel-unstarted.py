import asyncio


async def download():
    print("download: begun")
    try:
        await asyncio.sleep(10)
    finally:
        print("download: clean")


async def main():
    task = asyncio.create_task(download())
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
