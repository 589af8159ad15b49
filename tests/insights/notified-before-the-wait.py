import asyncio


class Gate:
    def __init__(self):
        self.cond = asyncio.Condition()
        self.open = False

    async def wait(self):
        async with self.cond:
            await self.cond.wait()
            print("through")

    async def unlock(self):
        async with self.cond:
            self.open = True
            self.cond.notify_all()


async def main():
    gate = Gate()
    await gate.unlock()
    await gate.wait()


asyncio.run(main())
