# A lock is handed over in the order of asking, and a newcomer does not overtake.
import asyncio


async def user(lock, name, hold):
    async with lock:
        print(name, "in")
        await asyncio.sleep(hold)
        print(name, "out")


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(user(lock, name, 0.1)) for name in "abc"]
    await asyncio.sleep(0.15)
    print("locked:", lock.locked())
    tasks.append(asyncio.create_task(user(lock, "newcomer", 0)))
    await asyncio.gather(*tasks)
    await lock.acquire()
    lock.release()
    print("free:", not lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
