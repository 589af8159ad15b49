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
    progress = asyncio.create_task(show_progress())
    try:
        reports = await asyncio.gather(
            asyncio.to_thread(make_report, "rain"),
            asyncio.to_thread(make_report, "wind"),
        )
    finally:
        progress.cancel()
    print(reports)


asyncio.run(main())
