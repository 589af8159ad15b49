import asyncio
import time


def make_report(name):
    time.sleep(2.5)  # a library that knows nothing of asyncio
    return f"report on {name}"


async def show_progress():
    while True:
        print("working")
        await asyncio.sleep(1)


async def main():
    async with asyncio.TaskGroup() as group:
        progress = group.create_task(show_progress())
        reports = await asyncio.gather(
            asyncio.to_thread(make_report, "rain"),
            asyncio.to_thread(make_report, "wind"),
        )
        progress.cancel()
    print(reports)


asyncio.run(main())
