import asyncio


class Thermometer:
    """A driver from the days of callbacks."""

    def read(self, on_value):
        loop = asyncio.get_running_loop()
        return loop.call_later(1.5, on_value, 21.5)


async def temperature(thermometer):
    future = asyncio.get_running_loop().create_future()

    def fill(value):
        if not future.done():
            future.set_result(value)

    reading = thermometer.read(fill)
    try:
        return await future
    finally:
        reading.cancel()


async def main():
    print(await temperature(Thermometer()), "degrees")
    try:
        async with asyncio.timeout(1):
            await temperature(Thermometer())
    except TimeoutError:
        print("no time to wait for it")
    await asyncio.sleep(1)


asyncio.run(main())
