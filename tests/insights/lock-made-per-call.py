import asyncio


class Counter:
    def __init__(self):
        self.value = 0

    async def add(self):
        lock = asyncio.Lock()
        async with lock:
            value = self.value
            await asyncio.sleep(0)
            self.value = value + 1


async def main():
    counter = Counter()
    await asyncio.gather(*(counter.add() for _ in range(5)))
    print(counter.value)


asyncio.run(main())
