from collections import deque


class Pause:
    def __await__(self):
        yield


async def paint(room, coats):
    for coat in range(1, coats + 1):
        print(f"{room}: coat {coat}")
        await Pause()
    return f"{room} is painted"


def run_all(*coros):
    ready = deque(coros)
    while ready:
        coro = ready.popleft()
        try:
            coro.send(None)
        except StopIteration as stop:
            print(stop.value)
        else:
            ready.append(coro)


run_all(paint("hall", 2), paint("attic", 1))
