import asyncio


class Account:
    def __init__(self):
        self.lock = asyncio.Lock()

    async def pay(self):
        async with self.lock:
            await self.log()

    async def log(self):
        async with self.lock:
            print("paid")


asyncio.run(Account().pay())
