import asyncio


async def copy(part, seconds):
    try:
        await asyncio.sleep(seconds)
        if part == "music":
            raise OSError("the disk is full")
        print(part, "copied")
    except asyncio.CancelledError:
        print(part, "called off")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(copy("letters", 1))
            group.create_task(copy("music", 2))
            group.create_task(copy("films", 9))
    except* OSError as failed:
        for error in failed.exceptions:
            print("backup failed:", error)


asyncio.run(main())
