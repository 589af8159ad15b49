import asyncio


async def build(part, seconds):
    try:
        await asyncio.sleep(seconds)
        if part == "engine":
            raise ValueError("no spark")
    finally:
        print(f"{part}: put away")


async def main():
    parts = [
        asyncio.create_task(build(part, seconds))
        for part, seconds in [("doors", 1), ("engine", 2), ("seats", 3)]
    ]
    try:
        await asyncio.gather(*parts)
    except ValueError as error:
        for part in parts:
            part.cancel()
        print("failed:", error)
    print("the workshop closes")


asyncio.run(main())
