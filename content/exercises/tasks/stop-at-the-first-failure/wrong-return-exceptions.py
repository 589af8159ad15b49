import asyncio


async def build(part, seconds):
    try:
        await asyncio.sleep(seconds)
        if part == "engine":
            raise ValueError("no spark")
    finally:
        print(f"{part}: put away")


async def main():
    results = await asyncio.gather(
        build("doors", 1),
        build("engine", 2),
        build("seats", 3),
        return_exceptions=True,
    )
    for result in results:
        if isinstance(result, ValueError):
            print("failed:", result)
    print("the workshop closes")


asyncio.run(main())
