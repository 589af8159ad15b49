import asyncio
import time


def read_sensor(room, digits):
    time.sleep(2)
    return f"{room}: {round(19.537, digits)} degrees"


async def main():
    async with asyncio.timeout(3):
        print(await asyncio.to_thread(read_sensor, "cellar", digits=1))


asyncio.run(main())
