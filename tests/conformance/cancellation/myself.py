# A task may cancel itself: it notices at its next await, or never if there is none.
import asyncio


async def at_the_next_wait():
    asyncio.current_task().cancel("by my own hand")
    print("still running")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print("noticed", error)
        raise


async def without_waiting():
    asyncio.current_task().cancel()
    return "too late"


async def raises():
    raise asyncio.CancelledError("raised")


async def main():
    for function in (at_the_next_wait, without_waiting, raises):
        task = asyncio.create_task(function(), name=function.__name__)
        await asyncio.wait([task])
        print(task.get_name(), task.cancelled())


asyncio.run(main())
