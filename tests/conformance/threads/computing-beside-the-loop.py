"""A thread that computes leaves the event loop its turns."""

import asyncio


def crunch(stop):
    rounds = 0
    while not stop:
        for _ in range(100):
            rounds += 1
    return rounds > 1000


async def main():
    stop = []
    loop = asyncio.get_running_loop()
    crunching = loop.run_in_executor(None, crunch, stop)
    for beat in range(3):
        await asyncio.sleep(0.1)
        print("beat", beat, crunching.done())
    stop.append(True)
    print(await crunching)


asyncio.run(main())
