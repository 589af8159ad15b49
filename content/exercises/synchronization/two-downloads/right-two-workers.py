import asyncio




async def download(film, seconds):
    print(f"{film} begins")
    await asyncio.sleep(seconds)
    print(f"{film} is here")


async def worker(waiting):
    while not waiting.empty():
        await download(*waiting.get_nowait())


async def main():
    films = {"Alba": 3, "Brio": 1, "Coda": 1, "Dusk": 1, "Echo": 2}
    waiting = asyncio.Queue()
    for item in films.items():
        waiting.put_nowait(item)
    await asyncio.gather(worker(waiting), worker(waiting))
    print("all films are here")


asyncio.run(main())
