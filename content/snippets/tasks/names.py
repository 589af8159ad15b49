import asyncio


async def crawl(seconds):
    await asyncio.sleep(seconds)
    print(f"{asyncio.current_task().get_name()} has finished")


async def main():
    print("running:", asyncio.current_task().get_name())
    tasks = [
        asyncio.create_task(crawl(3), name="news"),
        asyncio.create_task(crawl(1), name="blog"),
    ]
    for _ in range(3):
        names = sorted(t.get_name() for t in asyncio.all_tasks())
        print(", ".join(names))
        await asyncio.sleep(2)


asyncio.run(main())
