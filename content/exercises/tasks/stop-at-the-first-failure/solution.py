import asyncio


async def build(part, seconds):
    try:
        await asyncio.sleep(seconds)
        if part == "engine":
            raise ValueError("no spark")
    finally:
        print(f"{part}: put away")


async def main():
    try:
        async with asyncio.TaskGroup() as workshop:
            workshop.create_task(build("doors", 1))
            workshop.create_task(build("engine", 2))
            workshop.create_task(build("seats", 3))
    except* ValueError as errors:
        for error in errors.exceptions:
            print("failed:", error)
    print("the workshop closes")


asyncio.run(main())
