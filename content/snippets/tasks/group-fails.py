import asyncio


async def build(part, seconds):
    await asyncio.sleep(seconds)
    if part == "engine":
        raise ValueError("no spark")
    print(f"{part} is built")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(build("doors", 1))
            group.create_task(build("engine", 2))
            group.create_task(build("seats", 3))
    except* ValueError as errors:
        print("stopped:", errors.exceptions)
    await asyncio.sleep(2)
    print("the workshop closes")


asyncio.run(main())
