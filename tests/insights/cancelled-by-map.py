import asyncio


async def poll(name):
    while True:
        await asyncio.sleep(0.2)


async def main():
    tasks = [asyncio.create_task(poll(n), name=n) for n in ("cpu", "mem")]
    await asyncio.sleep(0.5)
    list(map(asyncio.Task.cancel, tasks))
    done = await asyncio.gather(*tasks, return_exceptions=True)
    print(done)


asyncio.run(main())
