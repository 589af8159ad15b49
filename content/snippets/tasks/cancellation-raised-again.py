import asyncio


async def read_sensor():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("sensor: closing")
        raise
    return 20.5


async def main():
    task = asyncio.create_task(read_sensor())
    await asyncio.sleep(2)
    task.cancel()
    try:
        print("main: result", await task)
    except asyncio.CancelledError:
        print("main: it was cancelled")
    print("main: cancelled?", task.cancelled())


asyncio.run(main())
