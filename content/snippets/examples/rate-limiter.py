"""A service takes five calls at once, then two a second. The bucket
holds that many tokens, and refills whether or not anyone asks."""

import asyncio


class TokenBucket:
    def __init__(self, size, per_second):
        self.size = self.tokens = size
        self.per_second = per_second
        self.clock = asyncio.get_running_loop().time
        self.filled_at = self.clock()
        self.turn = asyncio.Lock()

    def fill(self):
        now = self.clock()
        gained = (now - self.filled_at) * self.per_second
        self.tokens = min(self.size, self.tokens + gained)
        self.filled_at = now

    async def take(self):
        async with self.turn:
            self.fill()
            if self.tokens < 1:
                await asyncio.sleep((1 - self.tokens) / self.per_second)
                self.fill()
            self.tokens -= 1


async def call(bucket, number):
    asked = bucket.clock()
    await bucket.take()
    waited = bucket.clock() - asked
    print(f"call {number:2} goes out after {waited:.1f} s of waiting")
    await asyncio.sleep(0.3)


async def call_all(bucket, numbers):
    async with asyncio.TaskGroup() as group:
        for number in numbers:
            name = f"call {number}"
            group.create_task(call(bucket, number), name=name)


async def main():
    bucket = TokenBucket(size=5, per_second=2)
    await call_all(bucket, range(10))
    print("a pause, in which the bucket fills up again")
    await asyncio.sleep(2)
    await call_all(bucket, range(10, 16))


asyncio.run(main())
