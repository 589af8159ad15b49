# Timers due one after another within an instant run in the order of their times.
import asyncio


async def sleeper(name, seconds, log):
    await asyncio.sleep(seconds)
    log.append(name)


async def main():
    log = []
    await asyncio.gather(*(sleeper(number, 0.1, log) for number in range(8)))
    print(log)
    log.clear()
    loop = asyncio.get_running_loop()
    base = loop.time() + 0.1
    for number in (3, 1, 2, 0):
        loop.call_at(base + number * 0.05, log.append, number)
    await asyncio.sleep(0.35)
    print(log)
    log.clear()
    await asyncio.gather(
        sleeper("long", 0.2, log),
        sleeper("short", 0.1, log),
        sleeper("none", 0, log),
        sleeper("negative", -1, log),
    )
    print(log)


asyncio.run(main())
