import asyncio
import time


async def main():
    print("the tea steeps")
    try:
        await time.sleep(3)
    except TypeError as error:
        print("TypeError:", error)

    print("another pot")
    await asyncio.sleep(3)
    print("tea is ready")


asyncio.run(main())
