# wait_for when the work swallows the cancellation, raises, or the waiter is cancelled.
import asyncio


async def swallows():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "partial result"


async def raises():
    await asyncio.sleep(0.05)
    raise LookupError("nothing there")


async def cancelled_twice(log):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        log.append("inner cancelled")
        raise


async def main():
    print(await asyncio.wait_for(swallows(), 0.1))
    try:
        await asyncio.wait_for(raises(), 0.2)
    except LookupError as error:
        print(error)
    log = []
    outer = asyncio.create_task(asyncio.wait_for(cancelled_twice(log), 0.5))
    await asyncio.sleep(0.1)
    outer.cancel()
    await asyncio.wait([outer])
    print(log, outer.cancelled())
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(future, 0.05)
    except TimeoutError:
        print("the future was cancelled:", future.cancelled())


asyncio.run(main())
