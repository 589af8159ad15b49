import asyncio


async def book(what, seconds):
    try:
        await asyncio.sleep(seconds)
        if what == "flight":
            raise ConnectionError("no answer")
        print(f"{what} is booked")
    finally:
        if what == "hotel":
            raise ValueError("the room cannot be given back")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(book("museum", 1))
            group.create_task(book("flight", 2))
            group.create_task(book("hotel", 3))
    except* ConnectionError as errors:
        print("network:", errors.exceptions)
    except* ValueError as errors:
        print("money:", errors.exceptions)
    print("main goes on")


asyncio.run(main())
