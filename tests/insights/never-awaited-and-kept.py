import asyncio


async def notify(n):
    print("notified", n)


async def main():
    kept = notify(1)
    print(type(kept).__name__)
    kept = None
    notify(2)
    await asyncio.sleep(0.1)


asyncio.run(main())
