# An await between reading and writing loses updates, in one thread; a lock saves them.
import asyncio

balance = 0


async def deposit(amount):
    global balance
    seen = balance
    await asyncio.sleep(0.01)
    balance = seen + amount


async def safely(lock, amount):
    async with lock:
        await deposit(amount)


async def main():
    global balance
    await asyncio.gather(*(deposit(10) for _ in range(10)))
    print("without a lock:", balance)
    balance = 0
    lock = asyncio.Lock()
    await asyncio.gather(*(safely(lock, 10) for _ in range(10)))
    print("with a lock:", balance)


asyncio.run(main())
