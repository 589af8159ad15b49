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
    pages = [("news", 1), ("prices", 2), ("weather", 3)]
    tasks = [asyncio.create_task(write(*page)) for page in pages]
    try:
        await asyncio.gather(*tasks)
    except ConnectionError as error:
        print("failed:", error)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
    open_books.clear()
    await asyncio.sleep(2)
    print("good night")


asyncio.run(main())
