import asyncio
import time


async def compress():
    time.sleep(3)
    print("compress: finished")


async def main():
    task = asyncio.create_task(compress())
    await asyncio.sleep(1)
    print("main: cancel() returns", task.cancel())


asyncio.run(main())
