import asyncio


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.euros = 100
        self.lock = asyncio.Lock()


async def transfer(source, target, euros):
    both = (source, target)
    first, second = sorted(both, key=lambda account: account.owner)
    before = source.euros, target.euros
    async with first.lock:
        await asyncio.sleep(1)
        async with second.lock:

            await asyncio.sleep(1)
            source.euros = before[0] - euros
            target.euros = before[1] + euros


async def main():
    ann, ben, cleo, dora = map(Account, ("Ann", "Ben", "Cleo", "Dora"))
    await asyncio.gather(
        transfer(ann, ben, 30),
        transfer(ben, ann, 10),
        transfer(cleo, dora, 50),
    )
    for account in (ann, ben, cleo, dora):
        print(account.owner, account.euros)


asyncio.run(main())
