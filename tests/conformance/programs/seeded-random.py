# Random numbers from a seed: the same jitter every time.
import asyncio
import random
import time


async def job(rng, name):
    pause = rng.randrange(1, 4) / 10
    await asyncio.sleep(pause)
    return name, pause


async def main():
    rng = random.Random(2026)
    print([rng.randint(1, 6) for _ in range(10)])
    print(round(rng.random(), 6), rng.choice("abc"), rng.sample(range(10), 3))
    items = list("tasks")
    rng.shuffle(items)
    print("".join(items))
    begun = time.monotonic()
    print(await asyncio.gather(*(job(rng, name) for name in "xyz")))
    print(time.monotonic() - begun < 0.6)
    random.seed(7)
    first = random.random()
    random.seed(7)
    print(first == random.random())


asyncio.run(main())
