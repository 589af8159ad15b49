import asyncio


def download(url):
    import requests

    return requests.get(url).text


async def main():
    print(await asyncio.to_thread(download, "https://example.org/"))


asyncio.run(main())
