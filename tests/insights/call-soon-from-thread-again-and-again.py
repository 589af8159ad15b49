import asyncio
import time


class Progress:
    def __init__(self, loop):
        self.loop = loop
        self.t0 = loop.time()

    def report(self, pct):
        self.loop.call_soon(self.show, pct)

    def show(self, pct):
        print(f"[{self.loop.time() - self.t0:.1f}] {pct}%")


def crunch(progress):
    for pct in (25, 50, 75, 100):
        time.sleep(0.5)
        progress.report(pct)
    return "crunched"


async def main():
    progress = Progress(asyncio.get_running_loop())
    print(await asyncio.to_thread(crunch, progress))


asyncio.run(main())
