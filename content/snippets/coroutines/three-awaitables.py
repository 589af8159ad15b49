import asyncio


async def measure(room):
    print(f"measuring the {room}")
    await asyncio.sleep(1)
    return f"{room}: 21 degrees"


async def main():
    loop = asyncio.get_running_loop()
    coro = measure("hall")
    task = asyncio.create_task(measure("kitchen"))
    future = loop.create_future()
    loop.call_later(3, future.set_result, "cellar: 12 degrees")

    await asyncio.sleep(2)
    print(await task)
    print(await coro)
    print(await future)


asyncio.run(main())
