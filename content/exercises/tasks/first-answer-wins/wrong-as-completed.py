import asyncio


async def fetch(mirror, seconds):
    try:
        await asyncio.sleep(seconds)
        return mirror
    except asyncio.CancelledError:
        await asyncio.sleep(0.5)
        print(f"{mirror}: stopped")
        raise


async def main():
    mirrors = [("north", 3), ("east", 2), ("south", 1)]
    answers = [
        await answer
        for answer in asyncio.as_completed(
            [fetch(*mirror) for mirror in mirrors]
        )
    ]
    print("got the file from", answers[0])


asyncio.run(main())
