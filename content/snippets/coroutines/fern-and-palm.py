import heapq
import time


class Sleep:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        yield self.seconds


async def water(plant, *pauses):
    for pause in pauses:
        await Sleep(pause)
        print(f"{plant}: watered after {pause}")


def run_all(*coros):
    timers = [(0, n, coro) for n, coro in enumerate(coros)]
    while timers:
        due, n, coro = heapq.heappop(timers)
        time.sleep(max(0, due - time.monotonic()))
        try:
            pause = coro.send(None)
        except StopIteration:
            continue
        wake = time.monotonic() + pause
        heapq.heappush(timers, (wake, n, coro))


run_all(water("fern", 2, 3), water("palm", 3, 1))
