import asyncio


class Scale:
    """A driver that calls back. It must stay as it is."""

    def __init__(self, kilos):
        self.kilos = kilos

    def weigh(self, callback):
        loop = asyncio.get_running_loop()
        loop.call_later(1, callback, self.kilos)


async def weigh(scale):
    weight = asyncio.get_running_loop().create_future()
    scale.weigh(weight.set_result)
    return await weight


async def main():
    total = await weigh(Scale(3))
    total += await weigh(Scale(4))
    print("together:", total, "kg")


asyncio.run(main())
