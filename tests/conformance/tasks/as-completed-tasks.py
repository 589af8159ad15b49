# requires: 3.13
# async for over as_completed gives the very tasks that were passed in.
import asyncio


async def job(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    tasks = {asyncio.create_task(job(n / 10), name=f"job-{n}"): n for n in (3, 1, 2)}
    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), tasks[task], await task)
    try:
        async for task in asyncio.as_completed([job(0.1), job(1)], timeout=0.3):
            print(await task)
    except TimeoutError:
        print("too slow")


asyncio.run(main())
