import asyncio


async def runner(barrier, delay):
    await asyncio.sleep(delay)
    await barrier.wait()
    print("go")


async def main():
    barrier = asyncio.Barrier(3)
    runners = [asyncio.create_task(runner(barrier, n)) for n in (1, 2, 3)]
    await asyncio.sleep(1.5)
    runners[2].cancel()
    await asyncio.wait(runners)


asyncio.run(main())
