# A hub with subscribers of their own pace; a slow one loses the oldest messages.
import asyncio
from contextlib import contextmanager


class Hub:
    def __init__(self):
        self.queues = set()

    @contextmanager
    def subscribe(self, size):
        queue = asyncio.Queue(size)
        self.queues.add(queue)
        try:
            yield queue
        finally:
            self.queues.remove(queue)

    def publish(self, message):
        for queue in self.queues:
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(message)


async def reader(hub, name, size, pace, heard):
    with hub.subscribe(size) as queue:
        while (message := await queue.get()) is not None:
            heard.setdefault(name, []).append(message)
            await asyncio.sleep(pace)


async def main():
    hub, heard = Hub(), {}
    async with asyncio.TaskGroup() as group:
        group.create_task(reader(hub, "quick", 10, 0.01, heard))
        group.create_task(reader(hub, "slow", 2, 0.33, heard))
        await asyncio.sleep(0.05)
        for number in range(8):
            hub.publish(number)
            await asyncio.sleep(0.15)
        hub.publish(None)
    print(sorted(heard.items()), len(hub.queues))


asyncio.run(main())
