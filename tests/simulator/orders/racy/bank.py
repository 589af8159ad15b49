import asyncio


class Account:
    def __init__(self, balance):
        self.balance = balance

    async def withdraw(self, amount):
        if self.balance >= amount:
            await asyncio.sleep(0.002)  # ask the ledger
            self.balance -= amount
            return True
        return False


async def customer(account, first, amount):
    await asyncio.sleep(first)
    return await account.withdraw(amount)


async def main():
    account = Account(100)
    async with asyncio.TaskGroup() as group:
        a = group.create_task(customer(account, 1.000, 80))
        b = group.create_task(customer(account, 1.004, 80))
    print(a.result(), b.result(), account.balance)
    assert account.balance >= 0, f"overdrawn: {account.balance}"


asyncio.run(main())
