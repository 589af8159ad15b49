# A threading lock taken in a coroutine blocks the whole loop until the other thread lets go.
import asyncio
import threading
import time

lock = threading.Lock()
start = time.monotonic()


def at():
    return round(time.monotonic() - start, 1)


def holder(seconds):
    with lock:
        time.sleep(seconds)


async def ticker():
    while True:
        print(at(), "tick")
        await asyncio.sleep(0.2)


async def main():
    threading.Thread(target=holder, args=(0.5,)).start()
    task = asyncio.create_task(ticker())
    await asyncio.sleep(0.1)
    with lock:
        print(at(), "main has the lock")
    await asyncio.sleep(0.1)
    threading.Thread(target=holder, args=(0.4,)).start()
    await asyncio.sleep(0.05)
    await asyncio.to_thread(lock.acquire)
    task.cancel()
    lock.release()


asyncio.run(main())
