import asyncio


async def operation():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(1)
        print("cleaned up")


async def main():
    try:
        await asyncio.wait_for(operation(), 2)
    except TimeoutError:
        print("gave up")


asyncio.run(main())
