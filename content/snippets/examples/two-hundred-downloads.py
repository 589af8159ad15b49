"""Two hundred downloads, ten at a time. Zoom in: the lanes that look
alike are grouped, and each can be opened."""

import asyncio


async def download(number, slots, done):
    async with slots:
        await asyncio.sleep(0.5 + number % 7 / 10)
    done.append(number)
    if len(done) % 50 == 0:
        print(f"{len(done)} files are here")


async def main():
    slots = asyncio.Semaphore(10)
    done = []
    clock = asyncio.get_running_loop().time
    began = clock()
    async with asyncio.TaskGroup() as group:
        for number in range(200):
            name = f"file {number}"
            group.create_task(download(number, slots, done), name=name)
    print(f"all of them after {clock() - began:.1f} s")


asyncio.run(main())
