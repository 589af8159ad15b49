# A watchdog: each heartbeat pushes the timer back; silence sets off the alarm.
import asyncio
import time

start = time.monotonic()


def at():
    return round(time.monotonic() - start, 1)


class Watchdog:
    def __init__(self, limit):
        self.limit = limit
        self.alarm = asyncio.get_running_loop().create_future()
        self.timer = None
        self.beat()

    def beat(self):
        if self.timer:
            self.timer.cancel()
        self.timer = asyncio.get_running_loop().call_later(self.limit, self.bark)

    def bark(self):
        if not self.alarm.done():
            self.alarm.set_result(at())


async def worker(watchdog, pauses):
    for pause in pauses:
        await asyncio.sleep(pause)
        watchdog.beat()
        print(at(), "beat")


async def main():
    watchdog = Watchdog(0.3)
    task = asyncio.create_task(worker(watchdog, [0.1, 0.2, 0.2, 0.6, 0.1]))
    done, _ = await asyncio.wait([task, watchdog.alarm], return_when=asyncio.FIRST_COMPLETED)
    if watchdog.alarm in done:
        print(at(), "silence since 0.3 s; alarm at", watchdog.alarm.result())
        task.cancel()
    await asyncio.wait([task])
    print("worker cancelled:", task.cancelled())


asyncio.run(main())
