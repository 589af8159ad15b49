import asyncio
import time


async def read_sensor(name):
    await asyncio.sleep(3)
    print(f"{name} read")


def read_old_meter(name):
    time.sleep(3)
    print(f"{name} read")


async def main():
    try:
        async with asyncio.timeout(2):
            await asyncio.gather(
                read_sensor("sensor 1"),
                read_sensor("sensor 2"),
                asyncio.to_thread(read_old_meter, "meter 1"),
                asyncio.to_thread(read_old_meter, "meter 2"),
            )
    except TimeoutError:
        print("that took too long")


asyncio.run(main())
