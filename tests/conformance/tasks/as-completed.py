# as_completed gives results in the order in which they are ready; errors at their turn; a timeout.
import asyncio


async def job(name, seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise LookupError(name)
    return name


async def main():
    jobs = [job("slow", 0.3), job("quick", 0.1), job("broken", 0.2, fails=True)]
    for each in asyncio.as_completed(jobs):
        try:
            print(await each)
        except LookupError as error:
            print("error:", error)

    jobs = [asyncio.create_task(job("in time", 0.1)), asyncio.create_task(job("late", 0.4))]
    try:
        for each in asyncio.as_completed(jobs, timeout=0.2):
            print(await each)
    except asyncio.TimeoutError:
        print("out of time;", [task.done() for task in jobs])
    print(await jobs[1])


asyncio.run(main())
