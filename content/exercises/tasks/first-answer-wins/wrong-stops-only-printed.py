import asyncio


async def fetch(mirror, seconds):
    try:
        await asyncio.sleep(seconds)
        return mirror
    except asyncio.CancelledError:
        raise


async def main():
    mirrors = [("north", 3), ("east", 2), ("south", 1)]
    tasks = [asyncio.create_task(fetch(*mirror)) for mirror in mirrors]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    answer = done.pop().result()
    for task in pending:
        task.cancel()
    for mirror, _ in mirrors:
        if mirror != answer:
            print(f"{mirror}: stopped")
    print("got the file from", answer)


asyncio.run(main())
