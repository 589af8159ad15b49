import asyncio

slots = asyncio.Semaphore(2)


async def download(film, seconds):
    print(f"{film} begins")
    await asyncio.sleep(seconds)
    print(f"{film} is here")


async def limited(film, seconds):
    async with slots:
        await download(film, seconds)


async def main():
    films = {"Alba": 3, "Brio": 1, "Coda": 1, "Dusk": 1, "Echo": 2}
    async with asyncio.TaskGroup() as group:
        for film, seconds in films.items():
            group.create_task(limited(film, seconds), name=film)
    print("all films are here")


asyncio.run(main())
