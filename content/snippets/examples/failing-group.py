"""One of four bookings fails. The group cancels the two still under
way, waits while they clean up, and then says what went wrong."""

import asyncio


async def book(what, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
        if error:
            raise error
        print(f"{what}: booked")
        return what
    except asyncio.CancelledError:
        await asyncio.sleep(seconds / 10)
        print(f"{what}: taken back")
        raise


async def book_journey():
    sold_out = ValueError("the ferry is sold out")
    async with asyncio.TaskGroup() as group:
        group.create_task(book("train", 1), name="train")
        group.create_task(book("ferry", 2, sold_out), name="ferry")
        group.create_task(book("hotel", 3), name="hotel")
        group.create_task(book("guide", 4), name="guide")
    print("never said")


async def main():
    try:
        await book_journey()
    except* ValueError as group:
        for error in group.exceptions:
            print(f"no journey: {error}")


asyncio.run(main())
