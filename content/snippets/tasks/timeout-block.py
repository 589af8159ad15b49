import asyncio


async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    print(f"{page} is here")


async def main():
    try:
        async with asyncio.timeout(4):
            await fetch("index", 1)
            await fetch("images", 2)
            await fetch("videos", 3)
    except TimeoutError:
        print("out of time")
    print("showing what we have")


asyncio.run(main())
