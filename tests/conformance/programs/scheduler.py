# A scheduler of periodic jobs by a heap of times, without drift.
import asyncio
import heapq
import time

start = time.monotonic()


class Scheduler:
    def __init__(self):
        self.heap = []
        self.counter = 0

    def every(self, period, job):
        self.push(period, period, job)

    def push(self, when, period, job):
        self.counter += 1
        heapq.heappush(self.heap, (when, self.counter, period, job))

    async def run(self, until):
        loop = asyncio.get_running_loop()
        begun = loop.time()
        while self.heap and self.heap[0][0] <= until:
            when, _, period, job = heapq.heappop(self.heap)
            await asyncio.sleep(begun + when - loop.time())
            await job()
            self.push(when + period, period, job)


def job(name, seconds):
    async def run():
        print(f"{time.monotonic() - start:.1f}", name)
        await asyncio.sleep(seconds)

    return run


async def main():
    scheduler = Scheduler()
    scheduler.every(0.2, job("every 0.2", 0.05))
    scheduler.every(0.3, job("every 0.3", 0.02))
    await scheduler.run(until=0.95)


asyncio.run(main())
