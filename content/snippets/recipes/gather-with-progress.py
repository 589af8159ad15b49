import asyncio


async def resize(photo, seconds):
    await asyncio.sleep(seconds)
    return f"{photo}, small"


async def gather_with_progress(coroutines):
    done = 0

    async def counted(coroutine):
        nonlocal done
        result = await coroutine
        done += 1
        print(f"{done} of {len(coroutines)}")
        return result

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(counted(each)) for each in coroutines]
    return [task.result() for task in tasks]


async def main():
    photos = [resize("beach", 3), resize("cat", 1), resize("lake", 2)]
    print(await gather_with_progress(photos))


asyncio.run(main())
