import asyncio


class Account:
    def __init__(self, name, balance):
        self.name = name
        self.balance = balance
        self.lock = asyncio.Lock()


async def transfer(source, target, amount):
    async with source.lock:
        await asyncio.sleep(0.1)
        async with target.lock:
            source.balance -= amount
            target.balance += amount


async def main():
    ann, bob = Account("Ann", 100), Account("Bob", 100)
    await asyncio.gather(transfer(ann, bob, 10), transfer(bob, ann, 20))


asyncio.run(main())
