import asyncio

class Service:
    def __init__(self, loop):
        self.loop = loop

    async def fetch(self):
        await asyncio.sleep(0.1)
        return 7

    def get(self):
        return asyncio.run_coroutine_threadsafe(self.fetch(), self.loop).result()

async def main():
    s = Service(asyncio.get_running_loop())
    print(s.get())

asyncio.run(main())
