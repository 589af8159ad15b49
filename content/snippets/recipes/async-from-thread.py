import asyncio
import time


async def book(seat):
    await asyncio.sleep(1)
    return f"seat {seat} is booked"


def counter(loop):
    """Plain code, in a thread of its own."""
    time.sleep(1)
    booking = asyncio.run_coroutine_threadsafe(book(7), loop)
    print("the counter waits")
    print(booking.result(timeout=5))


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(counter, loop)
    print("the counter is closed")


asyncio.run(main())
