import asyncio

euros = {"till": 70, "safe": 30}
books = asyncio.Lock()


async def carry(amount, at):
    await asyncio.sleep(at)
    euros["till"] -= amount
    await asyncio.sleep(0.2)
    euros["safe"] += amount


async def count(at):
    await asyncio.sleep(at)
    async with books:
        total = euros["safe"]
        await asyncio.sleep(0.1)
        total += euros["till"]
        print("counted:", total)


async def main():
    await asyncio.gather(carry(20, 0.1), count(0.31), carry(40, 0.42))
    print(euros)


asyncio.run(main())
