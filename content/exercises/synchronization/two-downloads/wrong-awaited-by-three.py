import asyncio




async def download(film, seconds):
    print(f"{film} begins")
    await asyncio.sleep(seconds)
    print(f"{film} is here")


async def main():
    films = {"Alba": 3, "Brio": 1, "Coda": 1, "Dusk": 1, "Echo": 2}
    waiting = iter(films.items())

    async def worker():
        for film, seconds in waiting:
            await download(film, seconds)

    await asyncio.gather(worker(), worker(), worker())
    print("all films are here")


asyncio.run(main())
