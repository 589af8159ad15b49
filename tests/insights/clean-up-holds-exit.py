import asyncio


async def session():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(3)
        print("closed")


async def main():
    task = asyncio.create_task(session())
    await asyncio.sleep(1)


asyncio.run(main())
