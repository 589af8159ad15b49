import asyncio
import gc
import weakref

bells = weakref.WeakSet()
background = set()


async def wait_for_bell(guest):
    rung = asyncio.get_running_loop().create_future()
    bells.add(rung)
    await rung
    print(f"the door opens for {guest}")


def in_background(coro):
    async def held():
        try:
            await coro
        finally:
            background.discard(asyncio.current_task())

    background.add(asyncio.create_task(held()))


async def main():
    in_background(wait_for_bell("Ann"))
    await asyncio.sleep(1)
    gc.collect()
    for rung in list(bells):
        rung.set_result(None)
    await asyncio.sleep(1)
    print("still held:", len(background))


asyncio.run(main())
