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


async def fetch(limiter, number, patience):
    try:
        async with asyncio.timeout(patience):
            await limiter.turn()
            print("asking for page", number)
    except TimeoutError:
        print("nobody wants page", number, "any more")


async def main():
    limiter = Limiter(gap=0.5)
    async with asyncio.TaskGroup() as group:
        for number, patience in enumerate((9, 9, 0.6, 0.7, 9), start=1):
            group.create_task(fetch(limiter, number, patience))


asyncio.run(main())
