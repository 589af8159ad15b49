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
    winner = asyncio.Queue()

    async def race(mirror, seconds):
        await winner.put(await fetch(mirror, seconds))

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(race(*mirror)) for mirror in mirrors]
        answer = await winner.get()
        for task in tasks:
            task.cancel()
    print("got the file from", answer)


asyncio.run(main())
