import asyncio


async def check(part, minutes):
    await asyncio.sleep(minutes)
    if part == "lights":
        raise ValueError("one lamp is out")
    print(f"{part}: fine")


async def main():
    parts = {"brakes": 1, "lights": 2, "tyres": 4}
    tasks = [
        asyncio.create_task(check(part, minutes), name=part)
        for part, minutes in parts.items()
    ]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print("no sticker:", tasks[1].exception())
    await asyncio.wait(tasks)


asyncio.run(main())
