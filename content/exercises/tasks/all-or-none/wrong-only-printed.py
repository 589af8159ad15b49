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
    museum = asyncio.create_task(book("museum", 1))
    hotel = asyncio.create_task(book("hotel", 3))
    await asyncio.sleep(2)
    hotel.cancel()
    await asyncio.wait([museum, hotel])
    print("no trip: no answer")
    await asyncio.sleep(2)


asyncio.run(main())
