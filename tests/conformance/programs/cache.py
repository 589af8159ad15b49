# A cache that asks once: callers of the same key wait for the request that is under way.
import asyncio


class Cache:
    def __init__(self, load):
        self.load = load
        self.entries = {}

    async def get(self, key):
        if key not in self.entries:
            self.entries[key] = asyncio.create_task(self.load(key))
        try:
            return await asyncio.shield(self.entries[key])
        except OSError:
            self.entries.pop(key, None)
            raise


loads = []


async def load(key):
    loads.append(key)
    await asyncio.sleep(0.1)
    if key == "bad" and loads.count("bad") == 1:
        raise OSError("no answer")
    return key.upper()


async def main():
    cache = Cache(load)
    print(await asyncio.gather(*(cache.get(key) for key in ("a", "b", "a", "a"))), loads)
    impatient = asyncio.create_task(cache.get("c"))
    patient = asyncio.create_task(cache.get("c"))
    await asyncio.sleep(0.05)
    impatient.cancel()
    print(await patient, impatient.cancelled(), loads)
    results = await asyncio.gather(*(cache.get("bad") for _ in range(2)), return_exceptions=True)
    print(results, await cache.get("bad"), loads)


asyncio.run(main())
