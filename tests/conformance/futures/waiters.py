# Several tasks wait for one future and wake in the order in which they began to wait.
import asyncio


async def waiter(name, future):
    print(name, "waits")
    result = await future
    print(name, "got", result)
    return result


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in "abc"]
    await asyncio.sleep(0.1)
    future.set_result(42)
    print("set; done:", future.done())
    print(await future, "without a turn of the loop")
    await asyncio.gather(*tasks)
    print(await waiter("late", future))
    for change in (lambda: future.set_result(1), lambda: future.set_exception(OSError())):
        try:
            change()
        except asyncio.InvalidStateError as error:
            print("InvalidStateError:", str(error).split(":")[0])


asyncio.run(main())
