import asyncio


async def ask(shop):
    await asyncio.sleep(9)


async def compare():
    async with asyncio.TaskGroup() as group:
        group.create_task(ask("bakery"), name="bakery")
        group.create_task(ask("kiosk"), name="kiosk")


async def main():
    asyncio.get_running_loop().call_later(5, look)
    await compare()


def look():
    for task in sorted(asyncio.all_tasks(), key=asyncio.Task.get_name):
        stack = asyncio.capture_call_graph(task).call_stack
        names = [entry.frame.f_code.co_name for entry in stack]
        print(task.get_name() + ":", " < ".join(names))


asyncio.run(main())
