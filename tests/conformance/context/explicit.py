# A context of one's own: run, copy_context, create_task(context=…), call_soon(context=…).
import asyncio
import contextvars

level = contextvars.ContextVar("level", default=0)


async def raise_level():
    level.set(level.get() + 1)
    await asyncio.sleep(0)
    return level.get()


async def main():
    shared = contextvars.copy_context()
    shared.run(level.set, 10)
    print(level.get(), shared[level], level in shared)
    loop = asyncio.get_running_loop()
    print(await loop.create_task(raise_level(), context=shared))
    print(await loop.create_task(raise_level(), context=shared))
    print(level.get(), shared[level])
    loop.call_soon(lambda: print("callback in shared", level.get()), context=shared)
    loop.call_soon(lambda: print("callback here", level.get()))
    await asyncio.sleep(0)
    future = loop.create_future()
    future.add_done_callback(lambda _: print("done callback", level.get()), context=shared)
    future.set_result(None)
    await asyncio.sleep(0)
    print({variable.name: value for variable, value in shared.items()})


asyncio.run(main())
