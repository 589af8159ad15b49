# A callback interface turned into something to await, with a result and with an error.
import asyncio


class Sensor:
    """Calls back after a while, as old libraries do."""

    def __init__(self, loop):
        self.loop = loop

    def read(self, name, on_value, on_error):
        if name == "broken":
            self.loop.call_later(0.1, on_error, OSError("no signal"))
        else:
            self.loop.call_later(0.2, on_value, len(name) * 10)


async def read(sensor, name):
    future = asyncio.get_running_loop().create_future()
    sensor.read(name, future.set_result, future.set_exception)
    return await future


async def main():
    sensor = Sensor(asyncio.get_running_loop())
    print(await read(sensor, "kitchen"))
    try:
        await read(sensor, "broken")
    except OSError as error:
        print("error:", error)
    print(await asyncio.gather(read(sensor, "a"), read(sensor, "bb"), read(sensor, "ccc")))


asyncio.run(main())
