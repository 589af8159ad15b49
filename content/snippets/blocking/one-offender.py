import asyncio
import time


async def serve(guest):
    for course in ("soup", "fish", "cake"):
        await asyncio.sleep(1)
        print(f"{guest}: {course}")


async def print_bill():
    await asyncio.sleep(1.5)
    time.sleep(3)
    print("bill printed")


async def main():
    await asyncio.gather(serve("Ann"), print_bill())


asyncio.run(main())
