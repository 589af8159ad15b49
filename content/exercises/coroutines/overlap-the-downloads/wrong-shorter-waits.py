import asyncio


async def download(song, seconds):
    await asyncio.sleep(seconds)
    print(f"{song} is here")


async def main():
    await download("Tango", 1)
    await download("Polka", 1)
    await download("Waltz", 1)
    print("let us dance")


asyncio.run(main())
