import asyncio


async def ask(mirror, seconds, works=True):
    await asyncio.sleep(seconds)
    if not works:
        raise ConnectionError(f"{mirror} is down")
    return f"the file, from {mirror}"


async def first_success(coroutines):
    tasks = [asyncio.create_task(each) for each in coroutines]
    try:
        for finished in asyncio.as_completed(tasks):
            try:
                return await finished
            except OSError as error:
                print("no luck:", error)
        raise ConnectionError("all mirrors are down")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    print(await first_success([
        ask("Oslo", 3),
        ask("Rome", 1, works=False),
        ask("Bonn", 2),
    ]))
    print("tasks left:", len(asyncio.all_tasks()) - 1)


asyncio.run(main())
