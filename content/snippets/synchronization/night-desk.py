import asyncio


async def desk(guests):
    try:
        while True:
            name = await guests.get()
            await asyncio.sleep(2)
            print(f"{name} has a room")
    except asyncio.QueueShutDown:
        print("the desk is dark")


async def main():
    guests = asyncio.Queue()
    async with asyncio.TaskGroup() as hotel:
        hotel.create_task(desk(guests))
        await guests.put("Ann")
        await guests.put("Ben")
        await asyncio.sleep(1)
        guests.shutdown()
        print("the door is shut")
        try:
            await guests.put("Cleo")
        except asyncio.QueueShutDown:
            print("Cleo sleeps in the car")


asyncio.run(main())
