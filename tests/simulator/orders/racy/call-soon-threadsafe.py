"""A worker thread tells the loop twice; the listener clears its event between."""
import asyncio
import threading
import time

seen = []


def work(loop, event):
    for number in range(3):
        time.sleep(0.010)
        loop.call_soon_threadsafe(tell, event, number)


def tell(event, number):
    event.latest = number
    event.set()


async def main():
    event = asyncio.Event()
    threading.Thread(target=work, args=(asyncio.get_running_loop(), event), daemon=True).start()
    for _ in range(3):
        await asyncio.wait_for(event.wait(), 0.5)
        await asyncio.sleep(0.007)
        event.clear()
        seen.append(event.latest)
    print(seen)
    assert seen == [0, 1, 2], seen


asyncio.run(main())
