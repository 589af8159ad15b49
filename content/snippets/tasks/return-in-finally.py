import asyncio


async def sensor():
    try:
        await asyncio.sleep(10)
    finally:
        return "closed"


async def main():
    task = asyncio.create_task(sensor(), name="sensor")
    await asyncio.sleep(1)
    task.cancel()
    print("result:", await task)
    print("cancelled:", task.cancelled())


asyncio.run(main())
