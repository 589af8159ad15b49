import asyncio


async def download(song, seconds):
    await asyncio.sleep(seconds)
    print(f"{song} is here")


async def main():
    songs = {"Waltz": 3, "Tango": 2, "Polka": 2.5}
    async with asyncio.TaskGroup() as group:
        for song, seconds in songs.items():
            group.create_task(download(song, seconds))
    print("let us dance")


asyncio.run(main())
