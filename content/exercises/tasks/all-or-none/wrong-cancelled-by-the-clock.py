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
        async with asyncio.timeout(2):
            await asyncio.gather(
                book("museum", 1), book("flight", 2.5), book("hotel", 3)
            )
    except TimeoutError:
        print("no trip: no answer")
    await asyncio.sleep(2)


asyncio.run(main())
