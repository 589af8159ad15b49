class Pause:
    def __await__(self):
        yield


async def water(plant, cans):
    for can in range(1, cans + 1):
        print(f"{plant}: can {can}")
        await Pause()
    print(f"{plant}: enough")


def run_all(*coros):
    ready = list(coros)
    while ready:
        coro = ready.pop()
        try:
            coro.send(None)
        except StopIteration:
            continue
        ready.append(coro)


run_all(water("fern", 2), water("palm", 1))
