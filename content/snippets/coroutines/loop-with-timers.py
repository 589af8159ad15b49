import heapq
import time


class Sleep:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        yield self.seconds


async def boil(what, seconds):
    await Sleep(seconds)
    return f"{what} is done"


def run_all(*coros):
    timers = [(0, n, coro) for n, coro in enumerate(coros)]
    while timers:
        due, n, coro = heapq.heappop(timers)
        time.sleep(max(0, due - time.monotonic()))
        try:
            pause = coro.send(None)
        except StopIteration as stop:
            print(stop.value)
        else:
            wake = time.monotonic() + pause
            heapq.heappush(timers, (wake, n, coro))


run_all(boil("egg", 4), boil("tea", 3), boil("soup", 4.5))
