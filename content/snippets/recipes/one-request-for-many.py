import asyncio


class Cache:
    def __init__(self, load):
        self.load = load
        self.tasks = {}

    async def get(self, key):
        task = self.tasks.get(key)
        if task is None:
            task = asyncio.create_task(self.load(key))
            self.tasks[key] = task
            task.add_done_callback(lambda done: self.forget(key, done))
        return await asyncio.shield(task)

    def forget(self, key, task):
        if task.cancelled() or task.exception():
            del self.tasks[key]


async def load(city):
    print("asking for", city)
    await asyncio.sleep(2)
    return f"{city}: sunny"


async def main():
    weather = Cache(load)
    cities = ["Oslo", "Rome", "Oslo", "Oslo"]
    print(await asyncio.gather(*map(weather.get, cities)))
    print(await weather.get("Rome"))


asyncio.run(main())
