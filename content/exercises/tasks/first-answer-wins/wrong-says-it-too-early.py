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
    tasks = [asyncio.create_task(fetch(*mirror)) for mirror in mirrors]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    for task in tasks:
        task.cancel()
    print("got the file from", done.pop().result())
    await asyncio.wait(pending)


asyncio.run(main())
