import asyncio

connection = None
opened = 0
door = asyncio.Lock()


async def connect():
    global opened
    opened += 1
    await asyncio.sleep(0.3)
    return 100 + opened


async def get_connection():
    global connection
    if connection is None:
        async with door:
            connection = await connect()
    return connection


async def handle(request, comes_at):
    await asyncio.sleep(comes_at)
    used = await get_connection()
    await asyncio.sleep(0.1)
    return used


async def main():
    used = await asyncio.gather(handle("home", 0.1), handle("news", 0.41))
    print("opened:", opened)
    print("used:", *sorted(set(used)))


asyncio.run(main())
