import asyncio
import itertools

bookings = itertools.count(1)


async def pay():
    print(f"20 pounds booked, number {next(bookings)}")
    await asyncio.sleep(0.5)
    raise TimeoutError("no answer from the shop")


async def main():
    for pause in (1, 2):
        try:
            return await pay()
        except TimeoutError as error:
            print(f"{error}, again in {pause} s")
        await asyncio.sleep(pause)
    await pay()


try:
    asyncio.run(main())
except TimeoutError:
    print("payment failed")
