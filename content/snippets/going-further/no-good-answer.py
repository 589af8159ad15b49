import asyncio


async def ask(mirror, seconds):
    await asyncio.sleep(seconds)
    raise ConnectionError(f"{mirror} is down")


async def main():
    mirrors = [("Oslo", 1), ("Rome", 2), ("Lima", 5)]
    tasks = [asyncio.create_task(ask(*mirror)) for mirror in mirrors]
    try:
        async for task in asyncio.as_completed(tasks):
            try:
                print(await task)
                break
            except ConnectionError as error:
                print(error)
        else:
            print("no page today")
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
