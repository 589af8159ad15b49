import asyncio


async def save():
    await asyncio.sleep(0.1)
    raise PermissionError("read only")


def show(task):
    print("saved", task.result())


async def main():
    task = asyncio.create_task(save())
    task.add_done_callback(show)
    await asyncio.sleep(0.5)


asyncio.run(main())
