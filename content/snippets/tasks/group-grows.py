import asyncio

PAGES = {
    "home": (1, ["news", "shop"]),
    "news": (1, ["sport"]),
    "shop": (3, []),
    "sport": (1, []),
}


async def crawl(group, page):
    seconds, links = PAGES[page]
    await asyncio.sleep(seconds)
    print(f"{page} is read")
    for link in links:
        group.create_task(crawl(group, link), name=link)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(crawl(group, "home"), name="home")
    print("nothing is left to read")


asyncio.run(main())
