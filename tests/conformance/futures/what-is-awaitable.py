# ensure_future, isfuture, iscoroutine, and what await refuses.
import asyncio


class Box:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0.05).__await__()
        return self.value


async def coroutine():
    return "coroutine"


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.ensure_future(coroutine())
    print(asyncio.ensure_future(future) is future, asyncio.ensure_future(task) is task)
    print(asyncio.isfuture(future), asyncio.isfuture(task), asyncio.isfuture(Box(1)))
    print(await Box("boxed"), await asyncio.ensure_future(Box("wrapped")))
    print(await asyncio.gather(Box(1), task, coroutine()))
    try:
        asyncio.create_task(Box(2))
    except TypeError as error:
        print("create_task:", str(error).split(",")[0])
    try:
        await 42
    except TypeError:
        print("a number cannot be awaited")
    future.set_result(None)


asyncio.run(main())
