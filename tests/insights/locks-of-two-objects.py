import asyncio
class Account:
    def __init__(self, name, balance):
        self.name, self.balance, self.lock = name, balance, asyncio.Lock()
async def transfer(src, dst, amount):
    async with src.lock:
        await asyncio.sleep(.1)
        async with dst.lock:
            src.balance -= amount
async def main():
    a, b = Account("a", 10), Account("b", 20)
    await asyncio.gather(transfer(a, b, 1), transfer(b, a, 2))
asyncio.run(main())
