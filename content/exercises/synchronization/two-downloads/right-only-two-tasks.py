import asyncio




async def download(film, seconds):
    print(f"{film} begins")
    await asyncio.sleep(seconds)
    print(f"{film} is here")


async def main():
    films = {"Alba": 3, "Brio": 1, "Coda": 1, "Dusk": 1, "Echo": 2}
    running = set()
    for film, seconds in films.items():
        if len(running) == 2:
            _, running = await asyncio.wait(
                running, return_when=asyncio.FIRST_COMPLETED
            )
        running.add(asyncio.create_task(download(film, seconds)))
    await asyncio.wait(running)
    print("all films are here")


asyncio.run(main())
