import asyncio


async def fetch(what, seconds, attempt):
    await asyncio.sleep(seconds)
    if what == "map" and attempt == 1:
        raise OSError("no map")
    print(f"{what} {attempt} is here")


async def main():
    for attempt in (1, 2):
        try:
            await asyncio.gather(
                fetch("map", 1, attempt), fetch("film", 4, attempt)
            )
        except OSError as error:
            print(f"{error}, once more")


asyncio.run(main())
