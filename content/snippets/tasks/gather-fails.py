import asyncio


async def build(part, seconds):
    await asyncio.sleep(seconds)
    if part == "engine":
        raise ValueError("no spark")
    print(f"{part} is built")


async def main():
    try:
        await asyncio.gather(
            build("doors", 1), build("engine", 2), build("seats", 3)
        )
    except ValueError as error:
        print("stopped:", error)
    await asyncio.sleep(2)
    print("the workshop closes")


asyncio.run(main())
