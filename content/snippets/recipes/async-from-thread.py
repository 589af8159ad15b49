import asyncio


async def book(seat):
    await asyncio.sleep(1 if seat == 7 else 60)
    return f"seat {seat} is booked"


def counter(loop):
    """Plain code, in a thread of its own."""
    for seat in (7, 8):
        booking = asyncio.run_coroutine_threadsafe(book(seat), loop)
        try:
            print(booking.result(timeout=5))
        except TimeoutError:
            if booking.cancel():
                print("no answer about seat", seat)
            else:  # it came at the last moment
                print(booking.result())


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(counter, loop)
    print("the counter is closed")


asyncio.run(main())
