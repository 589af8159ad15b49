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
        async with asyncio.timeout(2):
            await asyncio.gather(
                write("news", 1), write("weather", 3)
            )
    except TimeoutError:
        print("failed: no answer")
    open_books.clear()
    await asyncio.sleep(2)
    print("good night")


asyncio.run(main())
