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
    bookings = {asyncio.create_task(book(*job)) for job in jobs}
    done, pending = await asyncio.wait(
        bookings, return_when=asyncio.FIRST_EXCEPTION
    )
    for booking in pending:
        booking.cancel()
    if pending:
        await asyncio.wait(pending)
    for booking in done:
        if booking.exception():
            print("no trip:", booking.exception())
    await asyncio.sleep(2)


asyncio.run(main())
