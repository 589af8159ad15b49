import asyncio


async def wait_for(signal):
    return await signal


async def main():
    signal = asyncio.get_running_loop().create_future()
    waiting = wait_for(signal)
    yielded = waiting.send(None)
    print("it yields the future itself:", yielded is signal)
    signal.set_result("green")
    try:
        waiting.send(None)
    except StopIteration as stop:
        print("it ends with:", stop.value)


asyncio.run(main())
