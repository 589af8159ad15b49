import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def progress(every):
    async def report():
        while True:
            await asyncio.sleep(every)
            print("still working")

    async with asyncio.TaskGroup() as group:
        reporting = group.create_task(report())
        try:
            yield
        finally:
            reporting.cancel()


async def main():
    async with progress(every=1):
        await asyncio.sleep(2.5)
        print("export finished")
    await asyncio.sleep(2)
    print("program over")


asyncio.run(main())
