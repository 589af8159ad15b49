# wrap_future: a thread pool's future awaited by the loop; cancelling it reaches the pool.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def job(seconds):
    time.sleep(seconds)
    return seconds


async def main():
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(job, 0.2)
        second = pool.submit(job, 0.1)
        print(await asyncio.wrap_future(first))
        print(await asyncio.wait_for(asyncio.wrap_future(second), 1))
        running = pool.submit(job, 0.3)
        queued = pool.submit(job, 0.1)
        wrapped = asyncio.wrap_future(queued)
        await asyncio.sleep(0.1)
        wrapped.cancel()
        await asyncio.sleep(0.05)
        print("cancelled in the pool:", queued.cancelled(), running.running())
        print(asyncio.isfuture(running), asyncio.isfuture(asyncio.wrap_future(running)))


asyncio.run(main())
