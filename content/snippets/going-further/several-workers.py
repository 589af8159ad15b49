import asyncio


async def read(name, seconds, pages, texts):
    while True:
        try:
            page = await pages.get()
        except asyncio.QueueShutDown:
            print(name, "is finished")
            return
        await asyncio.sleep(seconds)
        await texts.put(f"{page}, read by {name}")


async def read_all(pages, texts):
    async with asyncio.TaskGroup() as readers:
        readers.create_task(read("Ann", 2, pages, texts))
        readers.create_task(read("Ben", 3, pages, texts))
    texts.shutdown()


async def store(texts):
    try:
        while True:
            print("stored", await texts.get())
    except asyncio.QueueShutDown:
        print("all stored")


async def main():
    pages, texts = asyncio.Queue(maxsize=2), asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as group:
        group.create_task(read_all(pages, texts))
        group.create_task(store(texts))
        for number in (1, 2, 3):
            await pages.put(f"page {number}")
        pages.shutdown()


asyncio.run(main())
