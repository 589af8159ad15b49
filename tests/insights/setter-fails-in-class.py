import asyncio


class Service:
    def __init__(self):
        self.ready = asyncio.Event()
        self.config = {}

    async def start(self):
        await asyncio.sleep(0.2)
        self.port = self.config["port"]
        self.ready.set()

    async def use(self):
        await self.ready.wait()
        print("on port", self.port)


async def main():
    service = Service()
    starting = asyncio.create_task(service.start())
    await service.use()
    await starting


asyncio.run(main())
