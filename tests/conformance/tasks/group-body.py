# What the body of a TaskGroup raises: tasks are cancelled, and the error joins the group.
import asyncio


async def watch(name):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(watch("one"))
            await asyncio.sleep(0.1)
            raise RuntimeError("from the body")
    except* RuntimeError as errors:
        print(errors.exceptions)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(watch("never started"))
            raise TypeError("at once")
    except* TypeError as errors:
        print(errors.exceptions)

    async with asyncio.TaskGroup() as group:
        task = group.create_task(watch("two"))
        await asyncio.sleep(0.1)
        task.cancel()
    print("a cancelled member is no error", task.cancelled())


asyncio.run(main())
