import asyncio


async def measurements(room, count):
    for number in range(count):
        await asyncio.sleep(1)
        yield f"{room}: {20 + number} degrees"


async def main():
    stream = measurements("kitchen", 3)
    print("stream is an", type(stream).__name__)
    async for line in stream:
        print(line)


asyncio.run(main())
