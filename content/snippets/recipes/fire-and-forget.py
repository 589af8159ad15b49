import asyncio

background = set()


def start(coroutine):
    task = asyncio.create_task(coroutine)
    background.add(task)
    task.add_done_callback(finished)


def finished(task):
    background.discard(task)
    if not task.cancelled() and task.exception():
        print("background:", task.exception())


async def count_visit(page):
    await asyncio.sleep(2)
    if page == "shop":
        raise OSError("the counter is broken")
    print("counted", page)


async def main():
    for page in ("home", "shop"):
        start(count_visit(page))
        print("showing", page)
    if background:
        await asyncio.wait(background, timeout=10)


asyncio.run(main())
