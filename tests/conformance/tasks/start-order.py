# create_task only schedules: tasks begin in the order of their creation, when main first waits.
import asyncio


async def worker(name):
    print(name, "begins")
    await asyncio.sleep(0)
    print(name, "goes on")
    return name


async def main():
    tasks = [asyncio.create_task(worker(name)) for name in "abc"]
    print("all created")
    asyncio.get_running_loop().call_soon(print, "a callback, in its turn")
    print(await tasks[1])
    print([task.done() for task in tasks])
    await asyncio.sleep(0)
    print([task.result() for task in tasks])


asyncio.run(main())
