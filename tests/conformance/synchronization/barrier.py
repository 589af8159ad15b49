# A barrier lets three through together, phase after phase; its indices; one aborted.
import asyncio


async def walker(barrier, name, pace, log):
    for phase in range(2):
        await asyncio.sleep(pace)
        print(name, "arrives", phase)
        log.append(await barrier.wait())
    return name


async def waits(barrier):
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError:
        return "broken"


async def main():
    barrier = asyncio.Barrier(3)
    log = []
    paces = {"a": 0.1, "b": 0.2, "c": 0.3}
    print(await asyncio.gather(*(walker(barrier, *pair, log) for pair in paces.items())))
    print(sorted(log), barrier.n_waiting, barrier.parties)
    tasks = [asyncio.create_task(waits(barrier)) for _ in range(2)]
    await asyncio.sleep(0.05)
    print("waiting", barrier.n_waiting)
    await barrier.abort()
    print(await asyncio.gather(*tasks), barrier.broken)
    await barrier.reset()
    print(barrier.broken)


asyncio.run(main())
