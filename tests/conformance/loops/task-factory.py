# A task factory of one's own sees every task that is made, also those made inside the library.
import asyncio

made = []


class Tracked(asyncio.Task):
    pass


def factory(loop, coroutine, **options):
    task = Tracked(coroutine, loop=loop, **options)
    made.append(coroutine.__name__)
    return task


async def step():
    await asyncio.sleep(0)
    return type(asyncio.current_task()).__name__


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(await asyncio.create_task(step(), name="named"))
    print(await asyncio.gather(step(), asyncio.ensure_future(step())))
    async with asyncio.TaskGroup() as group:
        group.create_task(step(), name="in a group")
    print(made)
    loop.set_task_factory(None)
    print(await asyncio.create_task(step()))


asyncio.run(main())
