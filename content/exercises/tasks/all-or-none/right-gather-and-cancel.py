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
    jobs = [("museum", 1), ("flight", 2), ("hotel", 3)]
    bookings = [asyncio.create_task(book(*job)) for job in jobs]
    try:
        await asyncio.gather(*bookings)
    except ConnectionError as error:
        for booking in bookings:
            booking.cancel()
        await asyncio.wait(bookings)
        print("no trip:", error)
    await asyncio.sleep(2)


asyncio.run(main())
