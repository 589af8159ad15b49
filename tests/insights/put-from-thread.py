import asyncio
import threading
import time


class Feed:
    def __init__(self):
        self.items = asyncio.Queue()

    def pump(self):
        for n in range(3):
            time.sleep(0.5)
            self.items.put_nowait(n)

    async def read(self):
        for _ in range(3):
            print(await self.items.get())


async def main():
    feed = Feed()
    threading.Thread(target=feed.pump, name="pump").start()
    await feed.read()


asyncio.run(main())
