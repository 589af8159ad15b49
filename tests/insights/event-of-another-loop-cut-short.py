import asyncio


class Cache:
    def __init__(self):
        self.ready = asyncio.Event()
        self.data = None

    async def warm(self):
        if not self.ready.is_set():
            try:
                await asyncio.wait_for(self.ready.wait(), 0.1)
            except TimeoutError:
                print("warming myself")
        self.data = {"a": 1}


cache = Cache()
asyncio.run(cache.warm())


async def use():
    print("second run")
    asyncio.get_running_loop().call_later(0.2, cache.ready.set)
    await cache.ready.wait()
    print("data", cache.data)


asyncio.run(use())
