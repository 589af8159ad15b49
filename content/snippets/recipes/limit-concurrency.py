import asyncio

LIMIT = 3


async def fetch(page):
    await asyncio.sleep(1)
    return f"text of {page}"


async def fetch_all(pages):
    places = asyncio.Semaphore(LIMIT)

    async def fetch_one(page):
        async with places:
            text = await fetch(page)
        print("fetched", page)
        return text

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch_one(page)) for page in pages]
    return [task.result() for task in tasks]


async def main():
    texts = await fetch_all(["a", "b", "c", "d", "e", "f", "g"])
    print(len(texts), "texts; the first is the", texts[0])


asyncio.run(main())
