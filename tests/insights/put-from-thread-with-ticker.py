import asyncio
import threading
import time

items = asyncio.Queue()


def pump():
    time.sleep(0.25)
    items.put_nowait("late")


async def tick():
    for _ in range(3):
        await asyncio.sleep(1)


async def main():
    threading.Thread(target=pump).start()
    ticking = asyncio.create_task(tick())
    print(await items.get())
    await ticking


asyncio.run(main())
