import asyncio


async def build(part, seconds):
    try:
        await asyncio.sleep(seconds)
        if part == "engine":
            raise ValueError("no spark")
    finally:
        print(f"{part}: put away")


async def main():
    try:
        await asyncio.gather(
            build("doors", 1), build("engine", 2), build("seats", 3)
        )
    except ValueError as error:
        print("failed:", error)
    await asyncio.sleep(1)
    print("the workshop closes")


asyncio.run(main())
