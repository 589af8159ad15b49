import asyncio
import time


async def upload(album, seconds):
    for half in ("first half", "second half"):
        time.sleep(seconds)
        print(f"{album}: {half} sent")


async def main():
    await asyncio.gather(
        upload("Alps", 2.25),
        upload("Beach", 1.75),
        upload("Cats", 1.5),
    )
    print("all sent")


asyncio.run(main())
