import asyncio
import time


class Limiter:
    def __init__(self, gap):
        self.gap = gap
        self.next = time.monotonic()
        self.line = asyncio.Lock()

    async def turn(self):
        async with self.line:
            await asyncio.sleep(self.next - time.monotonic())
            self.next = time.monotonic() + self.gap


async def fetch(limiter, page):
    await limiter.turn()
    print("asking for", page)
    await asyncio.sleep(2)


async def main():
    limiter = Limiter(gap=0.5)
    async with asyncio.TaskGroup() as group:
        for number in range(1, 6):
            group.create_task(fetch(limiter, f"page {number}"))


asyncio.run(main())
