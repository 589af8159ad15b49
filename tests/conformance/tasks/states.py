# A task's state before, during and after; reading too early.
import asyncio


async def job(how):
    await asyncio.sleep(0.1)
    if how == "raise":
        raise ValueError("bad")
    return how


def state(task):
    return f"done={task.done()} cancelled={task.cancelled()}"


async def main():
    tasks = {how: asyncio.create_task(job(how)) for how in ("return", "raise", "cancel")}
    for read in (asyncio.Task.result, asyncio.Task.exception):
        try:
            read(tasks["return"])
        except asyncio.InvalidStateError as error:
            print(error)
    tasks["cancel"].cancel("not needed")
    await asyncio.wait(tasks.values())
    for how, task in tasks.items():
        print(how, state(task))
    print(tasks["return"].result(), tasks["return"].exception())
    print(repr(tasks["raise"].exception()))
    try:
        tasks["raise"].result()
    except ValueError as error:
        print("raised again:", error)
    try:
        tasks["cancel"].exception()
    except asyncio.CancelledError as error:
        print("cancelled:", error.args)
    print(tasks["return"].cancel(), state(tasks["return"]))


asyncio.run(main())
