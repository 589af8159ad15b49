import asyncio


async def yields(awaitable):
    """Whether the event loop gets a turn during this await."""
    turns = []
    asyncio.get_running_loop().call_soon(turns.append, True)
    await awaitable
    return bool(turns)


async def main():
    queue, lock, event = asyncio.Queue(), asyncio.Lock(), asyncio.Event()
    event.set()
    done = asyncio.get_running_loop().create_future()
    done.set_result(None)
    print("put, where there is room:", await yields(queue.put("tea")))
    print("get, where there is an item:", await yields(queue.get()))
    print("acquire, of a free lock:", await yields(lock.acquire()))
    print("wait, for an event that is set:", await yields(event.wait()))
    print("a future that is done:", await yields(done))
    print("sleep(0):", await yields(asyncio.sleep(0)))
    print("gather of one future, done:", await yields(asyncio.gather(done)))


asyncio.run(main())
