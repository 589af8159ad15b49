import asyncio


async def measure():
    await asyncio.sleep(1)
    return "3 metres"


async def report(awaitable):
    future = asyncio.ensure_future(awaitable)
    print(f"{type(awaitable).__name__} becomes {type(future).__name__}")
    return await future


async def main():
    known = asyncio.get_running_loop().create_future()
    known.set_result("5 metres")
    print(await report(measure()))
    print(await report(known))


asyncio.run(main())
