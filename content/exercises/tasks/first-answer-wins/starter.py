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
    for mirror in mirrors:
        answer = await fetch(*mirror)
    print("got the file from", answer)


asyncio.run(main())
