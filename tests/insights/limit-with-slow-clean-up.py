import asyncio


async def session():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(2)


async def main():
    try:
        async with asyncio.timeout(1):
            await session()
    except TimeoutError:
        print("timeout")


asyncio.run(main())
