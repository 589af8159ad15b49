# A debounced call waits for quiet; a throttled one takes the first of each while.
import asyncio


class Debounced:
    def __init__(self, function, quiet):
        self.function, self.quiet, self.timer = function, quiet, None

    def __call__(self, *args):
        if self.timer:
            self.timer.cancel()
        self.timer = asyncio.get_running_loop().call_later(self.quiet, self.function, *args)


class Throttled:
    def __init__(self, function, pause):
        self.function, self.pause, self.until = function, pause, 0

    def __call__(self, *args):
        now = asyncio.get_running_loop().time()
        if now >= self.until:
            self.until = now + self.pause
            self.function(*args)


def say(kind):
    return lambda text: print(kind, text)


async def main():
    debounced = Debounced(say("debounced"), 0.2)
    throttled = Throttled(say("throttled"), 0.25)
    text = ""
    for pause, letter in ((0, "a"), (0.1, "s"), (0.1, "y"), (0.4, "n"), (0.1, "c")):
        await asyncio.sleep(pause)
        text += letter
        throttled(text)
        debounced(text)
    await asyncio.sleep(0.3)


asyncio.run(main())
