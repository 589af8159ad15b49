import asyncio


async def load(panel, seconds):
    try:
        await asyncio.sleep(seconds)
        print(panel, "loaded")
    except asyncio.CancelledError:
        print(panel, "called off")
        raise


async def main():
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as group:
                group.create_task(load("prices", 1))
                group.create_task(load("weather", 5))
    except TimeoutError as error:
        print("caught:", repr(error))


asyncio.run(main())
