import asyncio


async def operation():
    print("operation: begun")
    try:
        await asyncio.sleep(5)
        print("operation: finished")
    finally:
        print("operation: cleaned up")


async def main():
    try:
        await asyncio.wait_for(operation(), 2)
    except TimeoutError:
        print("main: gave up")


asyncio.run(main())
