import asyncio


def describe(name, future):
    print(f"{name}: done {future.done()}, cancelled {future.cancelled()}")


async def main():
    loop = asyncio.get_running_loop()
    seat, meal, wine = (loop.create_future() for _ in range(3))
    describe("seat", seat)

    seat.set_result("12A")
    meal.set_exception(LookupError("no meals left"))
    wine.cancel()
    describe("seat", seat)
    describe("meal", meal)
    describe("wine", wine)
    print(seat.result(), "|", repr(meal.exception()))


asyncio.run(main())
