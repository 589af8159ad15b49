"""A thread that computes leaves the event loop its turns."""

import asyncio


def crunch(stop):
    rounds = 0
    while not stop:
        rounds += sum(range(1000)) > 0
    return rounds > 10


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
