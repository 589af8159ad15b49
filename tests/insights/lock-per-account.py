import asyncio
from collections import defaultdict

locks = defaultdict(asyncio.Lock)


async def pay(account, seconds):
    async with locks[account]:
        await asyncio.sleep(seconds)


async def main():
    await asyncio.gather(*(pay(account, 0.1) for account in ("a", "b", "c", "a")))


asyncio.run(main())
