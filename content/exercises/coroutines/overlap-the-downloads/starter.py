import asyncio


async def download(song, seconds):
    await asyncio.sleep(seconds)
    print(f"{song} is here")


async def main():
    await download("Waltz", 3)
    await download("Tango", 2)
    await download("Polka", 2.5)
    print("let us dance")


asyncio.run(main())
