import asyncio


class Debounced:
    def __init__(self, seconds, action):
        self.seconds = seconds
        self.action = action
        self.timer = None

    def __call__(self, *args):
        if self.timer:
            self.timer.cancel()
        loop = asyncio.get_running_loop()
        self.timer = loop.call_later(self.seconds, self.action, *args)


def search(text):
    print("searching for", text)


async def main():
    changed = Debounced(0.5, search)
    typed = [("w", 0.2), ("wa", 0.2), ("wait", 2), ("waits", 1)]
    for text, pause in typed:
        changed(text)
        await asyncio.sleep(pause)


asyncio.run(main())
