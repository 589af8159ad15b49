import asyncio


async def fetch(page):
    await asyncio.sleep(1)
    return f"text of {page}"


async def main():
    task = asyncio.create_task(fetch("the news"))
    print("first: ", await task)
    print("second:", await task)
    print("anew:  ", await fetch("the news"))


asyncio.run(main())
