# The first of several mirrors wins; the losers are cancelled and their cleanup awaited.
import asyncio


async def mirror(name, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
        if fails:
            raise ConnectionError(name)
        return name
    finally:
        print("leaving", name)


async def first_success(*coroutines):
    tasks = {asyncio.create_task(each) for each in coroutines}
    errors = []
    try:
        while tasks:
            done, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return task.result()
                errors.append(task.exception())
        raise ExceptionGroup("all failed", errors)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    print("winner", await first_success(
        mirror("paris", 0.1, fails=True), mirror("oslo", 0.2), mirror("rome", 0.5)
    ))
    try:
        await first_success(mirror("x", 0.1, fails=True), mirror("y", 0.2, fails=True))
    except ExceptionGroup as group:
        print(group, [str(error) for error in group.exceptions])


asyncio.run(main())
