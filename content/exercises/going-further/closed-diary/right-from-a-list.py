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
            for number, page in enumerate(("news", "prices", "weather"), 1):
                group.create_task(write(page, number))
    except ExceptionGroup as errors:
        for error in errors.exceptions:
            print("failed:", error)
    open_books.clear()
    await asyncio.sleep(2)
    print("good night")


asyncio.run(main())
