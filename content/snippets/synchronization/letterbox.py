import asyncio


async def send(box, name, letters):
    for number in range(1, letters + 1):
        await box.put(number)
        print(f"{name} posts letter {number}")


async def postman(box):
    for _ in range(4):
        await asyncio.sleep(2)
        await box.get()


async def main():
    box = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as street:
        street.create_task(send(box, "Ann", 3), name="Ann")
        street.create_task(send(box, "Ben", 2), name="Ben")
        street.create_task(postman(box), name="postman")


asyncio.run(main())
