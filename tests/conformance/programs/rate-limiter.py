# A token bucket: three at once, then five a second.
import asyncio
import time

start = time.monotonic()


class Bucket:
    def __init__(self, capacity, per_second):
        self.tokens = self.capacity = capacity
        self.pause = 1 / per_second
        self.waiting = asyncio.Semaphore(capacity)

    async def refill(self):
        while True:
            await asyncio.sleep(self.pause)
            if self.tokens < self.capacity:
                self.tokens += 1
                self.waiting.release()

    async def take(self):
        await self.waiting.acquire()
        self.tokens -= 1


async def request(bucket, number):
    await bucket.take()
    print(f"{time.monotonic() - start:.1f}", "request", number)


async def main():
    bucket = Bucket(3, 5)
    refill = asyncio.create_task(bucket.refill())
    await asyncio.gather(*(request(bucket, number) for number in range(6)))
    refill.cancel()


asyncio.run(main())
