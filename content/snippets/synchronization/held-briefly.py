import asyncio

pages = []
lock = asyncio.Lock()


async def fetch(url):
    await asyncio.sleep(1)
    async with lock:
        pages.append(url)
        print(f"{url} is page {len(pages)}")


async def main():
    await asyncio.gather(*(fetch(url) for url in ("/a", "/b", "/c")))


asyncio.run(main())
