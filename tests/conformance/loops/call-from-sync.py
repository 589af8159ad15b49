# Synchronous code that needs a loop: none is running, a helper that runs one, a loop passed along.
import asyncio


async def double(number):
    await asyncio.sleep(0.01)
    return number * 2


def double_all(numbers):
    async def run():
        return await asyncio.gather(*map(double, numbers))

    return asyncio.run(run())


def schedule(loop, log):
    task = loop.create_task(double(21))
    task.add_done_callback(lambda done: log.append(done.result()))
    return task


print(double_all([1, 2, 3]))
for call in (asyncio.get_running_loop, lambda: asyncio.create_task(waiting)):
    waiting = double(1)
    try:
        call()
    except RuntimeError as error:
        print(error)
    waiting.close()
loop = asyncio.new_event_loop()
log = []
task = schedule(loop, log)
print(task.done(), log)
loop.run_until_complete(task)
print(task.result(), log)
loop.close()
