import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def develop(film, seconds):
    time.sleep(seconds)
    return f"{film} is developed"


async def pick_up(job):
    print(await asyncio.wrap_future(job))


async def main():
    films = [("beach", 2), ("cat", 1), ("wedding", 3)]
    with ThreadPoolExecutor(max_workers=1) as darkroom:
        async with asyncio.TaskGroup() as group:
            for film, seconds in films:
                job = darkroom.submit(develop, film, seconds)
                group.create_task(pick_up(job), name=film)


asyncio.run(main())
