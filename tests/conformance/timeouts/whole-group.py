# A timeout round a TaskGroup cancels all of it; one inside a member is that member's own.
import asyncio


async def job(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "done")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def limited(name, seconds, limit):
    try:
        async with asyncio.timeout(limit):
            await job(name, seconds)
    except TimeoutError:
        print(name, "gave up")


async def main():
    try:
        async with asyncio.timeout(0.3):
            async with asyncio.TaskGroup() as group:
                group.create_task(job("quick", 0.2))
                group.create_task(job("slow", 1))
                group.create_task(limited("limited", 1, 0.1))
    except TimeoutError:
        print("the group timed out")


asyncio.run(main())
