import asyncio
import threading
import time


def backup():
    time.sleep(2)


async def main():
    threading.Thread(target=backup, name="backup").start()
    await asyncio.sleep(0.5)


asyncio.run(main())
