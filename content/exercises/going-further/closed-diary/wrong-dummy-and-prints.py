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
    dummy = asyncio.create_task(asyncio.sleep(60))
    await write("news", 1)
    await asyncio.sleep(1)
    print("failed: no answer")
    dummy.cancel()
    await asyncio.wait([dummy])
    open_books.clear()
    await asyncio.sleep(2)
    print("good night")


asyncio.run(main())
