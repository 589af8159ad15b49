import asyncio




async def download(film, seconds):
    await asyncio.sleep(seconds)


async def main():
    films = {"Alba": 3, "Brio": 1, "Coda": 1, "Dusk": 1, "Echo": 2}
    await asyncio.create_task(download("Alba", 5))
    for film in films:
        print(f"{film} is here")
    print("all films are here")


asyncio.run(main())
