import asyncio
from threading import Thread

lock = asyncio.Lock()


async def sell(name, begins):
    await asyncio.sleep(begins)
    async with lock:
        await asyncio.sleep(2)
        print(name, "has sold")


def counter(name, begins):
    asyncio.run(sell(name, begins))


Thread(target=counter, args=("Ann", 0)).start()
Thread(target=counter, args=("Ben", 1)).start()
