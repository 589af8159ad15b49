import asyncio


async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    if page == "prices":
        raise ConnectionError("no answer")
    print(page, "is here")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("news", 1))
            group.create_task(fetch("prices", 2))
            group.create_task(fetch("weather", 4))
    except* ConnectionError as errors:
        print("failed:", errors.exceptions[0])
    await asyncio.sleep(3)
    print("next job")


asyncio.run(main())
