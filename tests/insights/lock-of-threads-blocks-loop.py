import asyncio
import threading
import time

guard = threading.RLock()


def rebuild():
    with guard:
        time.sleep(1)


async def beat():
    for _ in range(4):
        await asyncio.sleep(0.25)


async def main():
    beating = asyncio.create_task(beat())
    threading.Thread(target=rebuild, name="rebuilder").start()
    await asyncio.sleep(0.1)
    with guard:
        print("mine")
    await beating


asyncio.run(main())
