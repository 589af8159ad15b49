# References kept in a set and dropped by a done callback; the errors collected there too.
import asyncio

background = set()
errors = []


def finished(task):
    background.discard(task)
    if not task.cancelled() and task.exception():
        errors.append(str(task.exception()))


def spawn(coroutine, name):
    task = asyncio.create_task(coroutine, name=name)
    background.add(task)
    task.add_done_callback(finished)
    return task


async def job(seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise RuntimeError(asyncio.current_task().get_name())


async def main():
    for number in range(1, 4):
        spawn(job(number / 10, fails=number == 2), f"job-{number}")
    await asyncio.sleep(0.15)
    print(sorted(task.get_name() for task in background), errors)
    spawn(job(1), "too long")
    await asyncio.sleep(0.3)
    print(sorted(task.get_name() for task in background), errors)
    for task in background:
        task.cancel()
    await asyncio.gather(*background, return_exceptions=True)
    print(len(background), errors)


asyncio.run(main())
