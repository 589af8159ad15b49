import asyncio


async def visit(page, seconds):
    try:
        async with asyncio.timeout(2):
            await asyncio.sleep(seconds)
            print(page, "read")
    except TimeoutError:
        print(page, "is too slow")


async def main():
    pages = [("home", 1), ("news", 9), ("shop", 1), ("maps", 9)]
    try:
        async with asyncio.timeout(5):
            for page, seconds in pages:
                await visit(page, seconds)
    except TimeoutError:
        print("no time left")


asyncio.run(main())
