# wait_for: in time, too late (the work is cancelled first), without a limit, and with none left.
import asyncio


async def work(seconds):
    try:
        await asyncio.sleep(seconds)
        return f"worked {seconds}"
    except asyncio.CancelledError:
        print("cancelled")
        await asyncio.sleep(0.05)
        print("cleaned up")
        raise


async def main():
    print(await asyncio.wait_for(work(0.1), 0.3))
    print(await asyncio.wait_for(work(0.1), None))
    try:
        await asyncio.wait_for(work(0.5), 0.1)
    except TimeoutError as error:
        print("timed out", error.args)
    for limit in (0, -1):
        task = asyncio.create_task(work(0.1))
        try:
            await asyncio.wait_for(task, limit)
        except asyncio.TimeoutError:
            print("no time at all", task.cancelled())
    finished = asyncio.create_task(work(0))
    await asyncio.sleep(0.05)
    print(await asyncio.wait_for(finished, 0))
    print(asyncio.TimeoutError is TimeoutError)


asyncio.run(main())
