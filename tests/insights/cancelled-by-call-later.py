import asyncio


async def download():
    await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(download(), name="big download")
    asyncio.get_running_loop().call_later(2, task.cancel)
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
