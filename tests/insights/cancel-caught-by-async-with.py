import asyncio


class Quiet:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        return True


class Slow(Quiet):
    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.1)


async def work(guard):
    async with guard:
        await asyncio.sleep(10)
    await asyncio.sleep(0.5)


async def main():
    tasks = [asyncio.create_task(work(guard)) for guard in (Quiet(), Slow())]
    await asyncio.sleep(0.2)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


asyncio.run(main())
