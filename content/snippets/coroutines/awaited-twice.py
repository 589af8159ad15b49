import asyncio


async def fetch(page):
    await asyncio.sleep(1)
    return f"text of {page}"


async def main():
    request = fetch("the news")
    print(await request)
    try:
        print(await request)
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
