import asyncio


async def unpack(table):
    for minutes in (4, 2, 1, 3):
        await table.put(minutes)
    table.shutdown()
    print("all pictures are unpacked")


async def scan(table):
    try:
        while True:
            await asyncio.sleep(await table.get())
    except asyncio.QueueShutDown:
        name = asyncio.current_task().get_name()
        print(f"{name} is switched off")


async def main():
    table = asyncio.Queue(maxsize=1)
    async with asyncio.TaskGroup() as museum:
        museum.create_task(unpack(table), name="unpacker")
        museum.create_task(scan(table), name="large")
        museum.create_task(scan(table), name="small")


asyncio.run(main())
