# loop.time, time.monotonic, perf_counter, time.time and datetime agree on how long it took.
import asyncio
import datetime
import time


def clocks():
    return [
        asyncio.get_running_loop().time(),
        time.monotonic(),
        time.perf_counter(),
        time.time(),
        time.monotonic_ns() / 1e9,
        datetime.datetime.now().timestamp(),
        datetime.datetime.now(datetime.timezone.utc).timestamp(),
    ]


async def main():
    before = clocks()
    await asyncio.sleep(0.3)
    print([round(now - then, 1) for now, then in zip(clocks(), before)])
    time.sleep(0.2)
    print([round(now - then, 1) for now, then in zip(clocks(), before)])
    print(before[0] <= asyncio.get_running_loop().time())


asyncio.run(main())
