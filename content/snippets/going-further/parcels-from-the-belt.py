import asyncio


async def load(belt):
    for parcel in range(1, 6):
        await asyncio.sleep(1)
        await belt.put(parcel)
    belt.shutdown()


async def unload(belt, seconds):
    try:
        while True:
            await belt.get()
            await asyncio.sleep(seconds)
    except asyncio.QueueShutDown:
        name = asyncio.current_task().get_name()
        print(f"{name} has a break")


async def main():
    belt = asyncio.Queue(maxsize=1)
    async with asyncio.TaskGroup() as hall:
        hall.create_task(load(belt), name="loader")
        hall.create_task(unload(belt, 3.5), name="Ann")
        hall.create_task(unload(belt, 5), name="Ben")


asyncio.run(main())
