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
    await asyncio.sleep(0)
    await asyncio.sleep(1)
    done = [task.result() for task in tasks if task.done()]
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    print("got the file from", *done)


asyncio.run(main())
