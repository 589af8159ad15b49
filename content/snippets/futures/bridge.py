import asyncio


class Thermometer:
    """A driver from the days of callbacks."""

    def read(self, on_value):
        loop = asyncio.get_running_loop()
        loop.call_later(1.5, on_value, 21.5)


async def temperature(thermometer):
    value = asyncio.get_running_loop().create_future()
    thermometer.read(value.set_result)
    return await value


async def main():
    degrees = await temperature(Thermometer())
    print(f"{degrees} degrees")


asyncio.run(main())
