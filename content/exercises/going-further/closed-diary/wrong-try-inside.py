import asyncio

open_books = {"diary"}


async def write(page, seconds):
    await asyncio.sleep(seconds)
    if page == "prices":
        print("failed: no answer")
        return
    if "diary" in open_books:
        print(f"{page} written")
    else:
        print(f"{page}: the diary is closed!")


async def main():
    async with asyncio.TaskGroup() as group:
        for task in (("news", 1), ("prices", 2), ("weather", 3)):
            group.create_task(write(*task))
    open_books.clear()
    await asyncio.sleep(2)
    print("good night")


asyncio.run(main())
