# asyncio.wait: first completed, first exception, all, and a timeout that cancels nothing.
import asyncio


async def job(name, seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError(name)
    return name


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def start():
    return [
        asyncio.create_task(job("a", 0.1), name="a"),
        asyncio.create_task(job("b", 0.2, fails=True), name="b"),
        asyncio.create_task(job("c", 0.3), name="c"),
    ]


async def main():
    for mode in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        done, pending = await asyncio.wait(start(), return_when=mode)
        print(mode, names(done), names(pending))
        if pending:
            await asyncio.wait(pending)
        for task in done:
            task.exception()
    tasks = start()
    done, pending = await asyncio.wait(tasks, timeout=0.15)
    print("timeout", names(done), names(pending))
    done, pending = await asyncio.wait(tasks)
    print("later", names(done), names(pending), tasks[1].exception())
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)


asyncio.run(main())
