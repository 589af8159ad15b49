# A TaskGroup waits for all its tasks, also for those created while it is waiting.
import asyncio
import time

start = time.monotonic()


async def crawl(group, page, depth):
    await asyncio.sleep(0.1)
    print(f"{time.monotonic() - start:.1f}", page)
    if depth:
        group.create_task(crawl(group, page + ".1", depth - 1))
        group.create_task(crawl(group, page + ".2", depth - 1))
    return page


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(crawl(group, "1", 2), name="first")
        second = group.create_task(asyncio.sleep(0.05, "result"))
        print("body ends")
    print(first.result(), second.result(), first.get_name())
    try:
        group.create_task(asyncio.sleep(0))
    except RuntimeError as error:
        print(type(error).__name__)


asyncio.run(main())
