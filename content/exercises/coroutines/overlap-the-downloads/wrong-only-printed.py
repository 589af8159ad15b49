import asyncio


async def download(song, seconds):
    await asyncio.sleep(seconds)
    print(f"{song} is here")


async def main():
    for song, seconds in [("Tango", 2), ("Polka", 0.5), ("Waltz", 0.5)]:
        await asyncio.sleep(seconds)
        print(f"{song} is here")
    print("let us dance")


asyncio.run(main())
