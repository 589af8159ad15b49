import asyncio


async def upload(album, seconds):
    for half in ("first half", "second half"):
        await asyncio.sleep(seconds)
        print(f"{album}: {half} sent")
    return f"{album}: {seconds * 2} s"


async def main():
    results = await asyncio.gather(
        upload("Alps", 2.25),
        upload("Beach", 1.75),
        upload("Cats", 1.5),
    )
    print(results)


asyncio.run(main())
