# Three workers share a queue; join waits for the last task_done; the workers are then cancelled.
import asyncio
import time

start = time.monotonic()


async def worker(name, queue, done):
    while True:
        number = await queue.get()
        await asyncio.sleep(0.2)
        done.append((name, number))
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    done = []
    for number in range(7):
        queue.put_nowait(number)
    workers = [asyncio.create_task(worker(name, queue, done)) for name in "abc"]
    await queue.join()
    print(done)
    print("three rounds:", time.monotonic() - start >= 0.6)
    for task in workers:
        task.cancel()
    results = await asyncio.gather(*workers, return_exceptions=True)
    print([type(result).__name__ for result in results])
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    await queue.join()
    print("nothing left to join")


asyncio.run(main())
