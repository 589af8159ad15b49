import asyncio


async def upload(album, seconds):
    for half in ("first half", "second half"):
        await asyncio.sleep(seconds)
        print(f"{album}: {half} sent")


async def main():
    await upload("Alps", 2.25)
    await upload("Beach", 1.75)
    await upload("Cats", 1.5)
    print("all sent")


asyncio.run(main())
