# A thread wakes the loop, which waits for nothing else, through call_soon_threadsafe.
import asyncio
import threading
import time

start = time.monotonic()


def sensor(loop, queue, name, pause):
    for reading in range(3):
        time.sleep(pause)
        loop.call_soon_threadsafe(queue.put_nowait, (name, reading))
    loop.call_soon_threadsafe(queue.put_nowait, (name, None))


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    sensors = {"slow": 0.5, "fast": 0.2}
    for name, pause in sensors.items():
        threading.Thread(target=sensor, args=(loop, queue, name, pause)).start()
    running = len(sensors)
    while running:
        name, reading = await queue.get()
        if reading is None:
            running -= 1
            print(name, "is done")
        else:
            print(name, reading)
    done = asyncio.Event()
    threading.Timer(0.1, loop.call_soon_threadsafe, args=(done.set,)).start()
    print(await done.wait(), time.monotonic() - start > 0.8)


asyncio.run(main())
