import asyncio


async def download(song, seconds):
    await asyncio.sleep(seconds)
    print(f"{song} is here")


async def main():
    asyncio.gather(
        download("Waltz", 3),
        download("Tango", 2),
        download("Polka", 2.5),
    )
    print("let us dance")


asyncio.run(main())
