# A result awaited early through a future, long before the task that gives it has ended.
import asyncio
import time

start = time.monotonic()


def at():
    return round(time.monotonic() - start, 1)


async def server(ready):
    await asyncio.sleep(0.2)
    ready.set_result(8080)
    print(at(), "ready")
    await asyncio.sleep(0.3)
    print(at(), "served")


async def client(ready):
    port = await ready
    print(at(), "connects to", port)
    await asyncio.sleep(0.1)
    print(at(), "answered")


async def main():
    ready = asyncio.get_running_loop().create_future()
    print(ready.get_loop() is asyncio.get_running_loop())
    async with asyncio.TaskGroup() as group:
        group.create_task(client(ready))
        group.create_task(server(ready))
        await ready
        print(at(), "main knows", ready.result())


asyncio.run(main())
