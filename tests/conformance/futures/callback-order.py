# call_soon, call_later and call_at: the ready queue is first in first out, timers by their time.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    now = loop.time()
    loop.call_later(0.2, print, "later 0.2")
    loop.call_at(now + 0.1, print, "at 0.1")
    loop.call_later(0, print, "later 0")
    loop.call_soon(print, "soon 1")
    loop.call_soon(loop.call_soon, print, "soon within soon")
    loop.call_soon(print, "soon 2")
    cancelled = loop.call_later(0.15, print, "never printed")
    cancelled.cancel()
    dropped = loop.call_soon(print, "never printed either")
    dropped.cancel()
    print(cancelled.cancelled(), dropped.cancelled())
    timer = loop.call_at(now + 0.3, print, "at 0.3")
    print(round(timer.when() - now, 1))
    await asyncio.sleep(0.4)
    print("end")


asyncio.run(main())
