# requires: 3.13
# Queue.shutdown: what is in the queue is still handed out; then getters and putters are told.
import asyncio


async def worker(name, queue):
    try:
        while True:
            item = await queue.get()
            await asyncio.sleep(0.1)
            print(name, "did", item)
            queue.task_done()
    except asyncio.QueueShutDown:
        print(name, "goes home")


async def main():
    queue = asyncio.Queue()
    for item in range(3):
        queue.put_nowait(item)
    task = asyncio.create_task(worker("worker", queue))
    await asyncio.sleep(0.05)
    queue.shutdown()
    try:
        queue.put_nowait(9)
    except asyncio.QueueShutDown:
        print("no more orders")
    await queue.join()
    await task


asyncio.run(main())
