# A blocking call in the loop stops the ticks; the same call in a thread does not.
import asyncio
import time


async def count_ticks(stop):
    ticks = 0
    while not stop.is_set():
        await asyncio.sleep(0.06)
        ticks += 1
    return ticks


async def main():
    for label in ("in the loop", "in a thread"):
        stop = asyncio.Event()
        ticker = asyncio.create_task(count_ticks(stop))
        await asyncio.sleep(0)
        if label == "in the loop":
            time.sleep(0.4)
        else:
            await asyncio.to_thread(time.sleep, 0.4)
        stop.set()
        ticks = await ticker
        print(label, "few ticks" if ticks <= 1 else "many ticks")


asyncio.run(main())
