import asyncio


async def book(what, seconds):
    try:
        await asyncio.sleep(seconds)
        if what == "flight":
            raise ConnectionError("no answer")
        print(f"{what}: booked")
    except asyncio.CancelledError:
        print(f"{what}: not wanted any more")
        raise


async def main():
    try:
        await book("museum", 1)
        await book("flight", 2)
        await book("hotel", 3)
    except ConnectionError as error:
        print("no trip:", error)
    await asyncio.sleep(2)


asyncio.run(main())
