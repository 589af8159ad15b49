import asyncio


async def upload():
    try:
        await asyncio.sleep(10)
    except BaseException:
        print("something went wrong")
    await asyncio.sleep(3)


async def main():
    task = asyncio.create_task(upload())
    await asyncio.wait_for(task, 0.5)
    print("done")


asyncio.run(main())
