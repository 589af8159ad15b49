# Names, current_task, all_tasks, and what a task tells of itself.
import asyncio


async def worker():
    task = asyncio.current_task()
    print(task.get_name(), task.get_coro().__name__, len(asyncio.all_tasks()))
    await asyncio.sleep(0.1)
    task.set_name("renamed")
    return task.get_name()


async def main():
    asyncio.current_task().set_name("main")
    named = asyncio.create_task(worker(), name="worker-1")
    numbered = asyncio.create_task(worker())
    print(numbered.get_name().startswith("Task-"))
    numbered.set_name(42)
    print(sorted(task.get_name() for task in asyncio.all_tasks()))
    print(await named, await numbered)
    print(sorted(task.get_name() for task in asyncio.all_tasks()))
    print(asyncio.current_task() in asyncio.all_tasks(), asyncio.iscoroutine(named))


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
