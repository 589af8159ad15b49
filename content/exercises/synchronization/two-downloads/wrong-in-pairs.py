import asyncio
import itertools


async def download(film, seconds):
    print(f"{film} begins")
    await asyncio.sleep(seconds)
    print(f"{film} is here")


async def main():
    films = {"Alba": 3, "Brio": 1, "Coda": 1, "Dusk": 1, "Echo": 2}
    pairs = itertools.batched(films.items(), 2)
    for pair in pairs:
        await asyncio.gather(*(download(*film) for film in pair))
    print("all films are here")


asyncio.run(main())
