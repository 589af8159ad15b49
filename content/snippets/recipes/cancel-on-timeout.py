import asyncio


async def download(name):
    print("opening", name)
    try:
        await asyncio.sleep(5)
        return "the whole film"
    finally:
        print("closing", name)


async def main():
    try:
        async with asyncio.timeout(2):
            print(await download("film"))
    except TimeoutError:
        print("gave up")


asyncio.run(main())
