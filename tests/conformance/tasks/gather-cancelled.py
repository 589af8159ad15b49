# Cancelling gather cancels its children; a child cancelled alone raises CancelledError in it.
import asyncio


async def job(name):
    try:
        await asyncio.sleep(0.3)
        print(name, "finished")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    outer = asyncio.gather(job("a"), job("b"))
    asyncio.get_running_loop().call_later(0.1, outer.cancel)
    try:
        await outer
    except asyncio.CancelledError:
        print("gather cancelled", outer.cancelled())

    child = asyncio.create_task(job("c"))
    asyncio.get_running_loop().call_later(0.1, child.cancel)
    try:
        await asyncio.gather(child, job("d"))
    except asyncio.CancelledError:
        print("one child was cancelled")
    await asyncio.sleep(0.3)

    child = asyncio.create_task(job("e"))
    asyncio.get_running_loop().call_later(0.1, child.cancel)
    results = await asyncio.gather(child, job("f"), return_exceptions=True)
    print([type(result).__name__ for result in results])


asyncio.run(main())
