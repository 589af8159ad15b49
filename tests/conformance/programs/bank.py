# Accounts, transfers with locks in order, an overdraft refused, the sum unchanged.
import asyncio
import random


class Account:
    def __init__(self, number, balance):
        self.number, self.balance, self.lock = number, balance, asyncio.Lock()


class Overdraft(Exception):
    pass


async def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda account: account.number)
    async with first.lock, second.lock:
        if source.balance < amount:
            raise Overdraft(f"{source.number} has {source.balance}, needs {amount}")
        source.balance -= amount
        await asyncio.sleep(0.01)
        target.balance += amount


async def main():
    accounts = [Account(number, 100) for number in range(4)]
    rng = random.Random(1)
    jobs = []
    for _ in range(20):
        source, target = rng.sample(accounts, 2)
        jobs.append(transfer(source, target, rng.randrange(10, 60)))
    results = await asyncio.gather(*jobs, return_exceptions=True)
    print(sum(account.balance for account in accounts))
    print(all(account.balance >= 0 for account in accounts))
    print({type(result).__name__ for result in results} <= {"NoneType", "Overdraft"})
    try:
        await transfer(Account(8, 5), Account(9, 0), 7)
    except Overdraft as error:
        print(error)
    print(all(not account.lock.locked() for account in accounts))


asyncio.run(main())
