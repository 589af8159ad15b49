import asyncio
import time


class Bucket:
    def __init__(self, size, per_second):
        self.size = self.tokens = size
        self.rate = per_second
        self.filled = time.monotonic()
        self.line = asyncio.Lock()

    def fill(self):
        now = time.monotonic()
        grown = (now - self.filled) * self.rate
        self.tokens = min(self.size, self.tokens + grown)
        self.filled = now

    async def take(self):
        async with self.line:
            self.fill()
            if self.tokens < 1:
                await asyncio.sleep((1 - self.tokens) / self.rate)
                self.fill()
            self.tokens -= 1


async def fetch(bucket, page):
    await bucket.take()
    print("asking for", page)


async def main():
    bucket = Bucket(size=3, per_second=2)
    async with asyncio.TaskGroup() as group:
        for number in range(1, 7):
            group.create_task(fetch(bucket, f"page {number}"))


asyncio.run(main())
