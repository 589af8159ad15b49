# A semaphore lets two in at a time; a bounded one notices a release too many.
import asyncio
import time

start = time.monotonic()
inside = most = 0


async def fetch(slots, number):
    global inside, most
    async with slots:
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.2)
        inside -= 1
        print(f"{time.monotonic() - start:.1f}", "fetched", number)


async def main():
    slots = asyncio.Semaphore(2)
    await asyncio.gather(*(fetch(slots, number) for number in range(5)))
    print("at most", most, "at once; locked:", slots.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    print("locked:", bounded.locked())
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


asyncio.run(main())
