import asyncio


async def vet(room):
    for _ in range(4):
        _, pet = await room.get()
        await asyncio.sleep(2)
        print(f"the {pet} is treated")


async def arrive(room, minute, urgency, pet):
    await asyncio.sleep(minute)
    await room.put((urgency, pet))


async def main():
    room = asyncio.PriorityQueue()
    async with asyncio.TaskGroup() as practice:
        practice.create_task(vet(room), name="vet")
        practice.create_task(arrive(room, 0, 2, "cat"))
        practice.create_task(arrive(room, 0.5, 3, "canary"))
        practice.create_task(arrive(room, 1, 1, "dog"))
        practice.create_task(arrive(room, 3, 2, "hamster"))


asyncio.run(main())
