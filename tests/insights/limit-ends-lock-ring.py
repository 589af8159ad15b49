import asyncio


class Account:
    def __init__(self, name, balance):
        self.name, self.balance, self.lock = name, balance, asyncio.Lock()


async def transfer(src, dst, amount):
    async with src.lock:
        await asyncio.sleep(0)
        async with dst.lock:
            src.balance -= amount
            dst.balance += amount


async def main():
    a, b = Account("a", 100), Account("b", 100)
    async with asyncio.timeout(3):
        await asyncio.gather(transfer(a, b, 10), transfer(b, a, 20))


asyncio.run(main())
