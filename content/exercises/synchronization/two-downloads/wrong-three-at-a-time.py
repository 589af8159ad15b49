import asyncio

slots = asyncio.Semaphore(3)


async def download(film, seconds):
    async with slots:
        print(f"{film} begins")
        await asyncio.sleep(seconds)
    print(f"{film} is here")


async def main():
    films = {"Alba": 3, "Brio": 1, "Coda": 1, "Dusk": 1, "Echo": 2}
    async with asyncio.TaskGroup() as group:
        for film, seconds in films.items():
            group.create_task(download(film, seconds), name=film)
    print("all films are here")


asyncio.run(main())
