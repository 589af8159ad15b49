import asyncio


async def ask(mirror, seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise ConnectionError(f"{mirror} is down")
    return f"page from {mirror}"


async def main():
    questions = [
        ask("Oslo", 1, fails=True), ask("Rome", 2), ask("Lima", 5),
    ]
    tasks = [asyncio.create_task(question) for question in questions]
    try:
        async for task in asyncio.as_completed(tasks):
            try:
                print(await task)
                break
            except ConnectionError as error:
                print(error)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    print("done")


asyncio.run(main())
