import asyncio, time

def blocking(n):
    time.sleep(0.01 * n)
    return n

async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.to_thread(blocking, n)) for n in range(4)]
    assert sum(t.result() for t in tasks) == 6
    print("ok")

asyncio.run(main())
