import asyncio


class Cache:
    def __init__(self, load, seconds):
        self.load, self.seconds, self.tasks = load, seconds, {}

    async def get(self, key):
        if key not in self.tasks:
            loading = asyncio.wait_for(self.load(key), timeout=5)
            self.tasks[key] = asyncio.create_task(loading)
            self.tasks[key].add_done_callback(lambda t: self.loaded(key, t))
        task = self.tasks[key]
        await asyncio.wait([task])
        return task.result()

    def loaded(self, key, task):
        if task.cancelled() or task.exception():
            del self.tasks[key]  # so that the next one tries again
        else:
            task.get_loop().call_later(self.seconds, self.tasks.pop, key)
        if not task.cancelled() and task.exception():
            print("not loaded:", repr(task.exception()))


async def load(city):
    print("asking for", city)
    await asyncio.sleep(2)
    return {"Oslo": "snow", "Bonn": "rain"}[city]


async def main():
    weather = Cache(load, seconds=9)
    print(await asyncio.gather(*map(weather.get, ["Oslo", "Bonn", "Oslo"])))
    asker = asyncio.create_task(weather.get("Rome"))
    await asyncio.sleep(1)
    asker.cancel()
    await asyncio.sleep(9)
    print(await weather.get("Oslo"))


asyncio.run(main())
