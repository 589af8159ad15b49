import asyncio

open_books = {"diary"}


async def write(page, seconds):
    await asyncio.sleep(seconds)
    if page == "prices":
        raise ConnectionError("no answer")
    if "diary" in open_books:
        print(f"{page} written")
    else:
        print(f"{page}: the diary is closed!")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(write("news", 1))
            group.create_task(write("prices", 2))
            await write("weather", 3)
    except* ConnectionError as errors:
        print("failed:", errors.exceptions[0])
    open_books.clear()
    await asyncio.sleep(2)
    print("good night")


asyncio.run(main())
