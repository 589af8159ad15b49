# A waiter cancelled in a lock or a queue loses nothing for the others.
import asyncio


async def use(lock, name):
    async with lock:
        print(name, "has the lock")
        await asyncio.sleep(0.1)


async def take(queue, name):
    item = await queue.get()
    print(name, "got", item)


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(use(lock, name)) for name in "abc"]
    await asyncio.sleep(0.05)
    tasks[1].cancel()
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks], lock.locked())

    queue = asyncio.Queue()
    tasks = [asyncio.create_task(take(queue, name)) for name in "de"]
    await asyncio.sleep(0.05)
    queue.put_nowait("apple")
    tasks[0].cancel()
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks], queue.qsize())


asyncio.run(main())
