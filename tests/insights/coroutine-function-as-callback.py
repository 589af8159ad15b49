import asyncio


class Debouncer:
    def __init__(self, delay):
        self.delay = delay
        self.saved = []

    async def save(self, text):
        await asyncio.sleep(0.05)
        self.saved.append(text)

    def changed(self, text):
        loop = asyncio.get_running_loop()
        loop.call_later(self.delay, self.save, text)


async def main():
    d = Debouncer(0.2)
    for text in ["a", "ab", "abc"]:
        d.changed(text)
        await asyncio.sleep(0.1)
    await asyncio.sleep(0.5)
    print("saved:", d.saved)


asyncio.run(main())
