import asyncio


async def main():
    loop = asyncio.get_running_loop()
    visa, train, seat, meal = (loop.create_future() for _ in range(4))
    nap = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(1)

    visa.set_result(None)
    print("set_result(None):", visa.done())
    train.set_exception(OSError("no such train"))
    print("set_exception:", train.done(), repr(train.exception()))
    seat.cancel()
    print("cancel, of a future:", seat.done())
    meal.add_done_callback(print)
    print("add_done_callback:", meal.done())
    nap.cancel()
    print("cancel, of a task:", nap.done())


asyncio.run(main())
