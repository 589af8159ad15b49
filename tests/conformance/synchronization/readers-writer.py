# A read-write lock built from a condition: readers share, the writer is alone.
import asyncio
from contextlib import asynccontextmanager


class ReadWriteLock:
    def __init__(self):
        self.condition = asyncio.Condition()
        self.readers = 0

    @asynccontextmanager
    async def read(self):
        async with self.condition:
            self.readers += 1
        try:
            yield
        finally:
            async with self.condition:
                self.readers -= 1
                self.condition.notify_all()

    @asynccontextmanager
    async def write(self):
        async with self.condition:
            await self.condition.wait_for(lambda: self.readers == 0)
            yield


async def reader(lock, name):
    async with lock.read():
        print(name, "reads")
        await asyncio.sleep(0.2)
    print(name, "has read")


async def writer(lock):
    await asyncio.sleep(0.05)
    async with lock.write():
        print("writes alone, readers:", lock.readers)
        await asyncio.sleep(0.1)
    print("has written")


async def late(lock):
    await asyncio.sleep(0.25)
    await reader(lock, "late")


async def main():
    lock = ReadWriteLock()
    await asyncio.gather(reader(lock, "a"), reader(lock, "b"), writer(lock), late(lock))


asyncio.run(main())
