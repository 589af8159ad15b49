import asyncio


class Stock:
    def __init__(self):
        self.left = {"lamp": 1, "chair": 3}
        self.sold = []

    async def sell(self, thing, to):
        if self.left[thing] == 0:
            return False
        await asyncio.sleep(0.02)  # the card is charged
        self.left[thing] -= 1
        self.sold.append((thing, to))
        return True


async def visit(stock, name, comes_at, thing):
    await asyncio.sleep(comes_at)
    has_it = await stock.sell(thing, name)
    print(name, "buys" if has_it else "misses", thing)


async def main():
    stock = Stock()
    async with asyncio.TaskGroup() as visitors:
        visitors.create_task(visit(stock, "Ann", 0.01, "lamp"))
        visitors.create_task(visit(stock, "Ben", 0.015, "chair"))
        visitors.create_task(visit(stock, "Cas", 0.036, "lamp"))
    # What must hold at the end, in whatever order they came.
    for thing, left in stock.left.items():
        assert left >= 0, f"a {thing} was sold that was not there"
    assert len(stock.sold) + sum(stock.left.values()) == 4


asyncio.run(main())
