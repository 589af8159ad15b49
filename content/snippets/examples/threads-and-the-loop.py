"""Two threads and a loop, each doing what it is good at. The threads
block; the loop keeps ticking; what they find out crosses over by
call_soon_threadsafe."""

import asyncio
import threading
import time


def read_sensor(name, seconds, loop, inbox):
    for number in range(3):
        time.sleep(seconds)
        reading = f"{name} reading {number}"
        loop.call_soon_threadsafe(inbox.put_nowait, reading)
    loop.call_soon_threadsafe(inbox.put_nowait, None)


def write_report(lines):
    time.sleep(1)
    return f"report of {len(lines)} lines"


async def tick():
    while True:
        await asyncio.sleep(0.5)
        print("tick")


async def main():
    loop = asyncio.get_running_loop()
    inbox = asyncio.Queue()
    ticking = asyncio.create_task(tick(), name="ticker")
    sensors = {"wind": 0.4, "rain": 0.7}
    for name, seconds in sensors.items():
        args = (name, seconds, loop, inbox)
        thread = threading.Thread(None, read_sensor, name, args)
        thread.start()

    lines = []
    silent = 0
    while silent < len(sensors):
        reading = await inbox.get()
        if reading is None:
            silent += 1
        else:
            print(reading)
            lines.append(reading)
    print(await asyncio.to_thread(write_report, lines))
    ticking.cancel()


asyncio.run(main())
