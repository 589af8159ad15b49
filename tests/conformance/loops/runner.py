# asyncio.Runner: one loop and one context for several runs.
import asyncio
import contextvars

visits = contextvars.ContextVar("visits", default=0)


async def visit():
    visits.set(visits.get() + 1)
    await asyncio.sleep(0)
    return visits.get()


async def leave_behind():
    async def background():
        try:
            await asyncio.sleep(100)
        finally:
            print("background stopped")

    return asyncio.create_task(background())


with asyncio.Runner() as runner:
    print([runner.run(visit()) for _ in range(3)], visits.get())
    print(runner.run(visit(), context=contextvars.copy_context()))
    loop = runner.get_loop()
    task = runner.run(leave_behind())
    print(task.done(), loop.is_running(), loop.is_closed())
    runner.run(visit())
    print("leaving")
print(task.cancelled(), loop.is_closed())
try:
    runner.run(visit_again := visit())
except RuntimeError as error:
    print(error)
    visit_again.close()
