import asyncio


async def book(what, seconds):
    try:
        await asyncio.sleep(seconds)
        if what == "hotel":
            raise ValueError("no room")
    except asyncio.CancelledError:
        await asyncio.sleep(1)
        print(f"{what}: request withdrawn")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(book("train", 1))
            group.create_task(book("hotel", 2))
            group.create_task(book("opera", 5))
    except* ValueError:
        print("we stay at home")


asyncio.run(main())
