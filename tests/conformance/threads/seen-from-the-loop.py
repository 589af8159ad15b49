# A thread counts every 0.2 s; a coroutine that polls in between sees each value in its time.
import asyncio
import threading
import time

count = 0


def counter():
    global count
    for _ in range(5):
        time.sleep(0.2)
        count += 1


async def main():
    thread = threading.Thread(target=counter)
    thread.start()
    await asyncio.sleep(0.1)
    for _ in range(6):
        print("seen", count, thread.is_alive())
        await asyncio.sleep(0.2)
    thread.join()
    print("end", count)


asyncio.run(main())
