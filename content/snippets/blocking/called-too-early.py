import asyncio
import time


def read_meter(house):
    time.sleep(2)
    return f"{house}: 310 kWh"


async def main():
    try:
        await asyncio.to_thread(read_meter("Elm Road 4"))
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
