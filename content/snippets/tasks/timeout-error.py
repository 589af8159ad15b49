import asyncio


async def main():
    try:
        async with asyncio.timeout(2):
            await asyncio.sleep(5)
    except asyncio.TimeoutError as error:
        print("caught a", type(error).__name__)
    print("one class:", asyncio.TimeoutError is TimeoutError)


asyncio.run(main())
