import asyncio


async def download():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(1)
        print("connection closed")


async def main():
    task = asyncio.create_task(download(), name="download")
    await asyncio.sleep(2)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
