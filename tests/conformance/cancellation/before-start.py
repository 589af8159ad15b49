# A task cancelled before its first step never runs its body.
import asyncio


async def body():
    print("never printed")
    try:
        await asyncio.sleep(1)
    finally:
        print("nor this")


async def main():
    task = asyncio.create_task(body())
    print("cancel:", task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled:", task.cancelled())
    done = asyncio.create_task(asyncio.sleep(0, "result"))
    await done
    print("cancel of a finished task:", done.cancel(), done.result())


asyncio.run(main())
