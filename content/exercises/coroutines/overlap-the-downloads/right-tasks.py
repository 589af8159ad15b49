import asyncio


async def download(song, seconds):
    await asyncio.sleep(seconds)
    print(f"{song} is here")


async def main():
    waltz = asyncio.create_task(download("Waltz", 3))
    tango = asyncio.create_task(download("Tango", 2))
    await download("Polka", 2.5)
    await tango
    await waltz
    print("let us dance")


asyncio.run(main())
