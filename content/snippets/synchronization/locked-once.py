import asyncio

accounts = asyncio.Lock()


async def log(text):
    print("log:", text)


async def pay(amount):
    async with accounts:
        print(f"paying {amount}")
        await log(f"paid {amount}")


asyncio.run(pay(20))
