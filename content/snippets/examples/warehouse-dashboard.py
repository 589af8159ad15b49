"""Two suppliers fill a small shelf, three packers empty it, and a
dashboard looks on. The full shelf holds the suppliers back."""

import asyncio

SPACE = 4


async def supplier(shelf, name, every, count):
    for number in range(count):
        await asyncio.sleep(every)
        await shelf.put(f"{name}-{number}")


async def packer(shelf, packed, seconds):
    while True:
        parcel = await shelf.get()
        await asyncio.sleep(seconds)
        packed.append(parcel)
        shelf.task_done()


async def dashboard(shelf, packed):
    while True:
        shown = "#" * shelf.qsize()
        print(f"shelf [{shown:.<{SPACE}}]  packed {len(packed):2}")
        await asyncio.sleep(0.75)


async def main():
    shelf = asyncio.Queue(maxsize=SPACE)
    packed = []
    async with asyncio.TaskGroup() as group:
        workers = [
            group.create_task(packer(shelf, packed, seconds), name=name)
            for name, seconds in [("Ada", 0.7), ("Bo", 0.95), ("Cy", 1.3)]
        ]
        looking = dashboard(shelf, packed)
        screen = group.create_task(looking, name="screen")

        async with asyncio.TaskGroup() as suppliers:
            tea = supplier(shelf, "tea", 0.22, 10)
            suppliers.create_task(tea, name="tea")
            jam = supplier(shelf, "jam", 0.53, 6)
            suppliers.create_task(jam, name="jam")
        await shelf.join()
        for task in [*workers, screen]:
            task.cancel()
    print(f"all {len(packed)} parcels are packed")


asyncio.run(main())
