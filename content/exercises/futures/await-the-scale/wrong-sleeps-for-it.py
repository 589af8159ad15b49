import asyncio


class Scale:
    """A driver that calls back. It must stay as it is."""

    def __init__(self, kilos):
        self.kilos = kilos

    def weigh(self, callback):
        loop = asyncio.get_running_loop()
        loop.call_later(1, callback, self.kilos)


async def weigh(scale):
    await asyncio.sleep(1)
    return scale.kilos


async def main():
    weights = await asyncio.gather(weigh(Scale(3)), weigh(Scale(4)))
    print("together:", sum(weights), "kg")


asyncio.run(main())
