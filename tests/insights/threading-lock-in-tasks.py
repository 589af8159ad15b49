import asyncio
import threading

lock = threading.Lock()


async def step(name):
    with lock:
        print(name, "begins")
        await asyncio.sleep(0.5)
        print(name, "ends")


async def heartbeat():
    while True:
        await asyncio.sleep(0.2)
        print("beat")


async def main():
    beat = asyncio.create_task(heartbeat())
    await asyncio.gather(step("one"), step("two"))
    beat.cancel()


asyncio.run(main())
