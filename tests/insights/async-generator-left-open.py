import asyncio


async def rows(conn):
    try:
        for i in range(100):
            await asyncio.sleep(0.05)
            yield i
    finally:
        await asyncio.sleep(0.1)
        print("cursor closed")


async def find(target):
    async for row in rows("db"):
        if row == target:
            return row


async def main():
    print("found", await find(2))
    print("bye")


asyncio.run(main())
