import asyncio


class Thermometer:
    def __init__(self, readings):
        self.readings = list(readings)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.readings:
            raise StopAsyncIteration
        await asyncio.sleep(1)
        return self.readings.pop(0)


async def main():
    async for celsius in Thermometer([20.5, 21.0, 21.5]):
        await asyncio.sleep(0.5)
        print(f"stored {celsius}")


asyncio.run(main())
