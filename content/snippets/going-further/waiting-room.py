import asyncio


async def doctor(room):
    try:
        while True:
            name = await room.get()
            await asyncio.sleep(2.5)
            print(f"{name} is treated")
    except asyncio.QueueShutDown:
        print("the doctor goes home")


async def main():
    room = asyncio.Queue(maxsize=1)
    async with asyncio.TaskGroup() as practice:
        practice.create_task(doctor(room), name="doctor")
        for name in ("Ann", "Ben", "Cleo", "Dan", "Eve"):
            await asyncio.sleep(1)
            try:
                room.put_nowait(name)
            except asyncio.QueueFull:
                print(f"{name} is sent away")
        room.shutdown()


asyncio.run(main())
