import asyncio


class Account:
    def __init__(self, pounds):
        self.pounds = pounds
        self.lock = asyncio.Lock()

    async def withdraw(self, name, pounds):
        async with self.lock:
            before = self.pounds
            await asyncio.sleep(1)  # the bank checks the signature
            if before < pounds:
                print(name, "gets nothing")
                return
            self.pounds = before - pounds
        print(name, "gets", pounds)


async def main():
    account = Account(100)
    async with asyncio.TaskGroup() as group:
        for name in ("Ann", "Ben", "Cas"):
            group.create_task(account.withdraw(name, 40))
    print("left:", account.pounds)


asyncio.run(main())
