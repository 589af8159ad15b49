import asyncio

accounts = {name: {"lock": asyncio.Lock(), "balance": 50} for name in ("a", "b", "c")}


async def transfer(source, target, amount, after):
    await asyncio.sleep(after)
    async with accounts[source]["lock"]:
        await asyncio.sleep(0.003)
        async with accounts[target]["lock"]:
            accounts[source]["balance"] -= amount
            accounts[target]["balance"] += amount


async def main():
    await asyncio.gather(
        transfer("a", "b", 10, 0.100),
        transfer("b", "c", 10, 0.107),
        transfer("c", "a", 10, 0.114),
    )
    print({name: each["balance"] for name, each in accounts.items()})


asyncio.run(main())
