import asyncio
import gc
import weakref

bells = weakref.WeakSet()
background = set()
kept = {}


async def wait_for_bell(guest):
    rung = asyncio.get_running_loop().create_future()
    bells.add(rung)
    await rung
    print(f"the door opens for {guest}")


def in_background(coro):
    task = asyncio.create_task(coro)
    kept[id(task)] = task
    task.add_done_callback(lambda done: kept.pop(id(done)))


async def main():
    in_background(wait_for_bell("Ann"))
    await asyncio.sleep(1)
    gc.collect()
    for rung in list(bells):
        rung.set_result(None)
    await asyncio.sleep(1)
    print("still held:", len(background))


asyncio.run(main())
