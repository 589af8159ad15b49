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
    async with asyncio.TaskGroup() as trip:
        try:
            trip.create_task(book("museum", 1), name="museum")
            trip.create_task(book("flight", 2), name="flight")
            trip.create_task(book("hotel", 3), name="hotel")
        except ConnectionError as error:
            print("no trip:", error)
    await asyncio.sleep(2)


asyncio.run(main())
