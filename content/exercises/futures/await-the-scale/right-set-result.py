import asyncio


class Scale:
    """A driver that calls back. It must stay as it is."""

    def __init__(self, kilos):
        self.kilos = kilos

    def weigh(self, callback):
        loop = asyncio.get_running_loop()
        loop.call_later(1, callback, self.kilos)


async def weigh(scale):
    weight = asyncio.Future()
    scale.weigh(weight.set_result)
    return await weight


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(weigh(Scale(kilos))) for kilos in (3, 4)]
    weights = [task.result() for task in tasks]
    print("together:", sum(weights), "kg")


asyncio.run(main())
