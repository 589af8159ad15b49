# shield: the waiter is cancelled, the work goes on; cancelling the work itself gets through.
import asyncio


async def save(name):
    await asyncio.sleep(0.2)
    print(name, "saved")
    return name


async def request(work):
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        print("request cancelled; work cancelled:", work.cancelled())
        raise


async def main():
    work = asyncio.create_task(save("first"))
    waiter = asyncio.create_task(request(work))
    await asyncio.sleep(0.1)
    waiter.cancel()
    await asyncio.wait([waiter])
    print(waiter.cancelled(), await work)

    work = asyncio.create_task(save("second"))
    waiter = asyncio.create_task(request(work))
    await asyncio.sleep(0.1)
    work.cancel()
    await asyncio.wait([waiter])
    print(waiter.cancelled(), work.cancelled())

    work = asyncio.create_task(save("third"))
    try:
        await asyncio.wait_for(asyncio.shield(work), 0.1)
    except asyncio.TimeoutError:
        print("timed out; still working:", not work.done())
    print(await work)


asyncio.run(main())
