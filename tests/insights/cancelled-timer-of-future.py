import asyncio


class Debouncer:
    def __init__(self, delay):
        self.delay, self.timer, self.fut = delay, None, None

    def trigger(self):
        loop = asyncio.get_running_loop()
        if self.fut is None:
            self.fut = loop.create_future()
        if self.timer:
            self.timer.cancel()
        self.timer = loop.call_later(self.delay, self.fut.set_result, "go")
        return self.fut


async def main():
    d = Debouncer(0.3)
    waiter = asyncio.ensure_future(d.trigger())
    d.timer.cancel()
    print(await waiter)


asyncio.run(main())
