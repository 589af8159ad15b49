import asyncio


async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    if page == "prices":
        raise ConnectionError("no answer")
    print(page, "is here")


async def main():
    try:
        await asyncio.gather(
            fetch("news", 1), fetch("prices", 2), fetch("weather", 4)
        )
    except ConnectionError as error:
        print("failed:", error)
    await asyncio.sleep(3)
    print("next job")


asyncio.run(main())
