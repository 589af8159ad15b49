import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    if name == "b":
        raise ValueError("no answer")
    return name


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("a", 3))
            group.create_task(fetch("b", 1))
            group.create_task(fetch("c", 2))
    except* ValueError as group:
        print("failed:", group.exceptions)


asyncio.run(main())
