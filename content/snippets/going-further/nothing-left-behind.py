import asyncio


async def fetch(page, seconds):
    try:
        await asyncio.sleep(seconds)
        if page == "prices":
            raise ConnectionError("no answer")
        print(f"{page} is here")
    except asyncio.CancelledError:
        print(f"{page} is given up")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("news", 1))
            group.create_task(fetch("prices", 2))
            group.create_task(fetch("weather", 3))
    except* ConnectionError as errors:
        print("failed:", errors.exceptions[0])
    print("tasks left:", len(asyncio.all_tasks()) - 1)


asyncio.run(main())
