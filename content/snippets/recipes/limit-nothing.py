import asyncio

LIMIT = 3
inside = 0


async def fetch(page):
    global inside
    async with asyncio.Semaphore(LIMIT):  # a new one each time
        inside += 1
        print(page, "is number", inside)
        await asyncio.sleep(1)
        inside -= 1


async def main():
    async with asyncio.TaskGroup() as group:
        for page in ("a", "b", "c", "d", "e"):
            group.create_task(fetch(page))


asyncio.run(main())
