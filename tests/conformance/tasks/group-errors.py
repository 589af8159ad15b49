# One task fails: its siblings are cancelled, and all errors come out in one group.
import asyncio


async def fine(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "finished")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def fails(error, seconds):
    await asyncio.sleep(seconds)
    raise error


async def fails_in_cleanup():
    try:
        await asyncio.sleep(1)
    finally:
        raise KeyError("in cleanup")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fine("quick", 0.1))
            group.create_task(fails(ValueError("first"), 0.2))
            group.create_task(fine("slow", 1))
            group.create_task(fails_in_cleanup())
    except* ValueError as group:
        print("values", group.exceptions)
    except* KeyError as group:
        print("keys", group.exceptions)
    print("on we go")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(OSError("a"), 0))
            group.create_task(fails(OSError("b"), 0))
    except ExceptionGroup as error:
        print(error, [str(each) for each in error.exceptions])


asyncio.run(main())
