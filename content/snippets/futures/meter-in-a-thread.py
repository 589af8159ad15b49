import asyncio
import threading
import time


def read_meter(report):
    time.sleep(2)
    report("1 204 kWh")


async def main():
    loop = asyncio.get_running_loop()
    reading = loop.create_future()

    def report(value):
        loop.call_soon_threadsafe(reading.set_result, value)

    threading.Thread(target=read_meter, args=[report]).start()
    print("the meter shows", await reading)


asyncio.run(main())
