import asyncio
import time


class Bucket:
    def __init__(self, size, per_second):
        self.size = self.tokens = size
        self.rate = per_second
        self.filled = time.monotonic()

    async def take(self):
        now = time.monotonic()
        grown = (now - self.filled) * self.rate
        self.tokens = min(self.size, self.tokens + grown) - 1
        self.filled = now
        if self.tokens < 0:
            await asyncio.sleep(-self.tokens / self.rate)


async def fetch(bucket, page):
    await bucket.take()
    print("asking for", page)


async def main():
    bucket = Bucket(size=3, per_second=2)
    async with asyncio.TaskGroup() as group:
        for number in range(1, 7):
            group.create_task(fetch(bucket, f"page {number}"))


asyncio.run(main())
