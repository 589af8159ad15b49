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
    outcomes = await asyncio.gather(
        book("museum", 1),
        book("flight", 2),
        book("hotel", 3),
        return_exceptions=True,
    )
    for outcome in outcomes:
        if isinstance(outcome, ConnectionError):
            print("no trip:", outcome)
    await asyncio.sleep(2)


asyncio.run(main())
