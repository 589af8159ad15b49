# Priority and last-in-first-out queues, and the calls that never wait.
import asyncio


async def main():
    priority = asyncio.PriorityQueue()
    for item in ((2, "wash"), (1, "alarm"), (3, "read"), (1, "breakfast")):
        await priority.put(item)
    print([(await priority.get())[1] for _ in range(priority.qsize())])
    stack = asyncio.LifoQueue(maxsize=3)
    for letter in "abc":
        stack.put_nowait(letter)
    try:
        stack.put_nowait("d")
    except asyncio.QueueFull:
        print("full:", stack.full())
    print("".join(stack.get_nowait() for _ in range(3)))
    try:
        stack.get_nowait()
    except asyncio.QueueEmpty:
        print("empty:", stack.empty())
    try:
        await asyncio.wait_for(stack.get(), 0.05)
    except TimeoutError:
        print("nothing came")


asyncio.run(main())
