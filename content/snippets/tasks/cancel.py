import asyncio


async def download():
    print("download: begun")
    try:
        await asyncio.sleep(10)
        print("download: finished")
    finally:
        print("download: removing half a file")
        await asyncio.sleep(0.5)
        print("download: clean")


async def main():
    task = asyncio.create_task(download())
    await asyncio.sleep(2)
    print("main: cancel() returns", task.cancel())
    print("main: cancelled?", task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("main: cancelled?", task.cancelled())


asyncio.run(main())
