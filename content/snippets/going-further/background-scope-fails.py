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
    try:
        async with progress(every=1):
            await asyncio.sleep(1.5)
            raise ValueError("the export is damaged")
    except* ValueError as failed:
        print(repr(failed))


asyncio.run(main())
