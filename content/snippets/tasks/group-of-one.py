import asyncio


async def book():
    await asyncio.sleep(1)
    raise ValueError("no such date")


async def main():
    try:
        async with asyncio.TaskGroup() as trip:
            trip.create_task(book(), name="book")
    except ValueError:
        print("a ValueError")
    except ExceptionGroup as group:
        print("a group of", group.exceptions)


asyncio.run(main())
