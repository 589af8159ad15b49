import asyncio


async def copy(what, seconds):
    await asyncio.sleep(seconds)
    print(f"{what}: copied")


async def main():
    letters = asyncio.create_task(copy("letters", 5))
    kept = asyncio.shield(letters)
    try:
        async with asyncio.timeout(2):
            await asyncio.gather(
                copy("music", 1), copy("films", 4), kept
            )
    except TimeoutError:
        print("main: closing the lid")
    await letters
    print("main: asleep")


asyncio.run(main())
