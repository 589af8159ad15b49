import asyncio


async def download(song, seconds):
    await asyncio.sleep(seconds)
    print(f"{song} is here")


async def main():
    asyncio.create_task(download("Waltz", 3))
    asyncio.create_task(download("Tango", 2))
    await download("Polka", 2.5)
    print("let us dance")


asyncio.run(main())
