import asyncio


async def lift(number, seconds):
    await asyncio.sleep(seconds)
    if number == 2:
        raise RuntimeError("stuck")
    print(f"lift {number} is up")


async def main():
    try:
        async with asyncio.TaskGroup() as house:
            house.create_task(lift(1, 1))
            house.create_task(lift(2, 2))
    except RuntimeError:
        print("lift 2 is stuck")
    except ExceptionGroup as group:
        print("a group:", group.exceptions)


asyncio.run(main())
