import asyncio


async def ask(airline, seconds):
    await asyncio.sleep(seconds)
    if airline == "Dodo Air":
        raise ConnectionError("grounded")
    return f"fly {airline}"


async def main():
    tasks = [
        asyncio.create_task(ask("Dodo Air", 1)),
        asyncio.create_task(ask("Heron", 2)),
        asyncio.create_task(ask("Albatross", 6)),
    ]
    async for task in asyncio.as_completed(tasks):
        if not task.exception():
            print(task.result())
            break
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


asyncio.run(main())
